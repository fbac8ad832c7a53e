import type { SourcesText } from './sources.en.ts'

export const sourcesKo: SourcesText = {
  ask: '이 동작의 근거는?',
  unknown: '이 동작을 어디에서 확인했는지 기록되어 있지 않습니다.',
  grades: {
    measured: '실제 시스템에서 측정함',
    source: '시스템의 코드에서 확인함',
    documented: '제작자의 문서에 있음',
    inferred: '알려진 사실에서 추론함',
    unverified: '흔히 알려져 있으나 검증되지 않음',
  },
}
