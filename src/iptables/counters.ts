/** What `[packets:bytes]` says. */
export interface Counter {
  readonly packets: number
  readonly bytes: number
}

/** Counters of one table: of its built-in chains by name, of its rules by `Rule.id`. */
export interface TableCounters {
  readonly chains: ReadonlyMap<string, Counter>
  readonly rules: ReadonlyMap<string, Counter>
}

export const ZERO: Counter = { packets: 0, bytes: 0 }
