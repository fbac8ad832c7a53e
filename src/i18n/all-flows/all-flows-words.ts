/** What is said where every flow is on the map at once. */
export interface AllFlowsWords {
  /** The switch. */
  readonly all: string
  /** The list of numbers. */
  readonly title: string
  readonly again: string
  /** What became of a flow, and where. */
  readonly at: (outcome: string, place: string) => string
  /** Leads to one flow alone. */
  readonly only: (number: number, flow: string, outcome: string) => string
}
