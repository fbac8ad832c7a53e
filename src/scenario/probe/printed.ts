import type { NonEmpty } from '../../net/result.ts'
import type { ProbeSpot } from './spot.ts'

/** What the tools print at one place, from before the packet came by to the end of its journey. Plain JSON. */
export interface ProbeReport {
  readonly spot: ProbeSpot
  /** In the order in which one would ask them; empty where there is no such place. */
  readonly tools: readonly ToolPrint[]
}

export interface ToolPrint {
  readonly tool: ToolName
  /** Unique in its report: `tcpdump eth0`. */
  readonly id: string
  readonly on: Shell
  readonly command: string
  readonly lines: readonly PrintedLine[]
}

export type ToolName =
  | 'tcpdump'
  | 'iptables'
  | 'conntrack'
  | 'ipset'
  | 'cilium-nat'
  | 'hubble'
  /** What a dataplane's own command prints, the same before and after. */
  | 'status'

/** Where a command is typed. */
export interface Shell {
  /** `nobody`: Google's network, or somebody else's device: only a mirror of it can be read. */
  readonly kind: 'node' | 'pod' | 'host' | 'workstation' | 'nobody'
  readonly name: string
}

/** A line and what becomes of it: the last text whose time has come stands there. */
export type PrintedLine = NonEmpty<{
  /** Null: before the packet was sent. */
  readonly since: Since | null
  /** Null: no such line any more. */
  readonly text: string | null
}>

/** A point of the journey: hops of both legs counted from 0; null: when all steps of the hop are done. */
export interface Since {
  readonly hop: number
  readonly step: number | null
}

export const always = (text: string): PrintedLine => [{ since: null, text }]

export const hasCome = (since: Since | null, now: Since): boolean =>
  since === null || since.hop < now.hop || (since.hop === now.hop && stepOf(since) <= stepOf(now))

/** What stands on the terminal at a point of the journey. */
export function linesAt(
  lines: readonly PrintedLine[],
  now: Since,
): readonly { readonly text: string; readonly since: Since | null }[] {
  return lines.flatMap((line) => {
    const last = line.findLast(({ since }) => hasCome(since, now))
    return last?.text == null ? [] : [{ text: last.text, since: last.since }]
  })
}

const stepOf = ({ step }: Since): number => step ?? Number.POSITIVE_INFINITY
