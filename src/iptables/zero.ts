import type { Counter } from '../engine/counters.ts'

/** What a rule has counted that no packet has met. */
export const ZERO: Counter = { packets: 0, bytes: 0 }
