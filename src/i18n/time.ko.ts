import type { TimeText } from './time.en.ts'

export const timeKo: TimeText = {
  label: '마지막 변경 이후',
  moments: {
    before: '변경 전',
    applied: '적용됨',
    projected: '파일 반영',
    'in-force': '규칙 동기화',
    'next-round': '다음 주기',
    'nodes-replaced': '노드 교체',
  },
  within: (seconds) => `≤ ${seconds}초`,
  supposed: 'kubelet이 파일을 반영하는 지연 시간은 가정입니다.',
  flow: '흐름',
  fresh: '새 흐름',
  existing: '기존 흐름',
}
