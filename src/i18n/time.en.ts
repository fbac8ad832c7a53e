import type { Moment } from '../scenario/timeline.ts'

/** From a change to the last of its effects. */
export const timeEn = {
  label: 'After the last change',
  moments: {
    before: 'before',
    applied: 'applied',
    projected: 'file projected',
    'in-force': 'rules synced',
    'next-round': 'next round',
    'nodes-replaced': 'nodes replaced',
  } satisfies Record<Moment['code'], string>,
  within: (seconds: number) => `≤ ${seconds} s`,
  supposed: 'The delay of kubelet’s projection is an assumption.',
  flow: 'Flow',
  fresh: 'new',
  existing: 'existed before',
}

export type TimeText = typeof timeEn
