import type { ExplainWords } from './explain-words.ts'

export const explainJa: ExplainWords = {
  bar: '説明のしかた',
  asSteps: 'ステップ',
  asText: '文章',
  level: '説明のレベル',
  levels: { manager: 'マネージャー', engineer: 'エンジニア', kernel: 'カーネル' },
  chooseLevel: (level) => `説明のレベル: ${level}`,
  glossary: '用語集',
  print: '印刷',
  text: 'すべてを文章で読む',
  copy: '文章をコピー',
  copied: 'コピーしました。',
  notCopied: 'ブラウザでコピーが許可されませんでした。',
  waiting: 'パケットを送信しています…',
  hop: (hop, of) => `ステップ ${hop}/${of}`,
}
