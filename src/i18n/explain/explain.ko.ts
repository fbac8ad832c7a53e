import type { ExplainWords } from './explain-words.ts'

export const explainKo: ExplainWords = {
  bar: '설명 방식',
  asSteps: '단계',
  asText: '글',
  level: '설명 수준',
  levels: { manager: '관리자', engineer: '엔지니어', kernel: '커널' },
  chooseLevel: (level) => `설명 수준: ${level}`,
  glossary: '용어집',
  print: '인쇄',
  text: '전체 내용을 글로 보기',
  copy: '글 복사',
  copied: '복사했습니다.',
  notCopied: '브라우저에서 복사를 허용하지 않았습니다.',
  waiting: '패킷을 보내는 중…',
  hop: (hop, of) => `${of}단계 중 ${hop}단계`,
}
