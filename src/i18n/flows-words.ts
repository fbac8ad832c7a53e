import type { Symptom } from '../engine/trace.ts'

/** What is said of the list of flows, and of the lists behind the fields of one. */
export interface FlowsWords {
  readonly title: string
  readonly columns: Readonly<Record<'flow' | 'way' | 'age' | 'verdict' | 'seen', string>>
  readonly show: (flow: string) => string
  readonly fresh: string
  readonly existing: string
  /** Of a flow that is sent, but not in the list. */
  readonly apart: string
  readonly notSent: string
  /** After the word for what became of it. */
  readonly where: (place: string, symptom: string) => string
  readonly symptoms: Readonly<Record<Symptom, string>>
  readonly empty: string
  readonly nobody: string
  readonly chosen: string
  readonly name: string
  readonly refused: Readonly<Record<'bad-name' | 'name-taken', string>>
  readonly acts: Readonly<
    Record<'add' | 'keep' | 'duplicate' | 'reverse' | 'remove' | 'up' | 'down', string>
  >
  readonly choose: Readonly<Record<'senders' | 'destinations', string>>
  readonly noMatch: Readonly<Record<'senders' | 'destinations', string>>
  readonly more: (count: number) => string
  readonly groups: Readonly<
    Record<'on-prem' | 'services' | 'pods' | 'nodes' | 'vpc' | 'internet' | 'used', string>
  >
}
