import type { Installed } from '../../dataplanes/dataplane.ts'
import { countWalks, noCounters } from '../../engine/counters.ts'
import type { Trace } from '../../engine/trace.ts'
import { printList } from '../../iptables/print-list.ts'
import type { Check } from './arrival.ts'

/** A TCP SYN without options, as the counters take it. */
const BYTES = 60

/** The chain that decided, its head and that rule, as it counts this one packet; null where no chain did. */
export function natRulePrint(
  { nodes }: Installed,
  node: string,
  { forward, outcome: { because } }: Trace,
): Pick<Check, 'command' | 'prints'> | null {
  const walk = forward.hops.find(
    (hop) => hop.walk?.node === node && hop.walk.hook === 'POSTROUTING',
  )?.walk
  const rules = nodes.get(node)?.rules
  // A rule that returns ends no walk, and yet it is what kept the source.
  const ref = 'chain' in because ? because : walk?.decided
  if (!walk || !ref || !rules) return null
  const { chain, line } = ref
  const six = forward.hops[0].before.src.includes(':')
  const table = six ? rules.nat6 : rules.nat4
  const counters = countWalks(noCounters, [walk], BYTES)
  const listed = printList(table, { chain, numeric: true, verbose: true }, counters)?.split('\n')
  const row = listed?.[line + 1]
  if (!listed || row === undefined) return null
  return {
    command: `${six ? 'ip6tables' : 'iptables'} -t nat -L ${chain} -n -v`,
    prints: [...listed.slice(0, 2), row].map((each) => each.trimEnd()),
  }
}
