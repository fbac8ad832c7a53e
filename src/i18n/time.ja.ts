import type { TimeText } from './time.en.ts'

export const timeJa: TimeText = {
  label: '最後の変更のあと',
  moments: {
    before: '変更前',
    applied: '適用',
    projected: 'ファイルに反映',
    'in-force': 'ルールを同期',
    'next-round': '次の周期',
    'nodes-replaced': 'ノード置き換え',
  },
  within: (seconds) => `≤ ${seconds} 秒`,
  supposed: 'kubelet がファイルに反映するまでの時間は仮定です。',
  flow: 'フロー',
  fresh: '新しいフロー',
  existing: '既存のフロー',
}
