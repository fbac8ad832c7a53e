import type { SourcesText } from './sources.en.ts'

export const sourcesJa: SourcesText = {
  ask: 'この動作の出典は?',
  unknown: 'この動作をどこで確認したかは記録されていません。',
  grades: {
    measured: '実際のシステムで測定',
    source: 'システムのコードで確認',
    documented: '開発元のドキュメントに記載',
    inferred: '既知の事実からの推論',
    unverified: '一般に言われているが未検証',
  },
}
