import { clusterChecks } from '../probe/cluster-checks.ts'
import type { Probed } from '../probe/probed.ts'
import type { FlowSpec } from '../state.ts'
import type { Check } from './arrival.ts'

/** What to type to see for oneself, on the way that the packet takes; in short, for a letter. */
export function checksOf(probed: Probed, spec: FlowSpec): readonly Check[] {
  const checks = clusterChecks(probed, spec).flatMap((check): readonly Check[] => {
    const { code, on, command, prints } = check
    switch (code) {
      case 'connect':
        return [{ code, on, command, prints }]
      case 'capture':
        // Behind what tcpdump says of itself.
        return [{ code, on, command, prints: prints.slice(2) }]
      case 'conntrack':
        return [{ code, on, command, prints: prints.slice(0, -1) }]
      case 'nat-rule':
        return [{ code, on, command, prints: [...prints.slice(0, 2), ...decided(probed, prints)] }]
      default:
        return []
    }
  })
  const isFirst = ({ code }: Check): boolean => code === 'connect'
  return [...checks.filter(isFirst), ...checks.filter((check) => !isFirst(check))]
}

/** The row that decided. A rule that returns ends no walk, and yet it is what kept the source. */
function decided({ trace }: Probed, prints: readonly string[]): readonly string[] {
  const { because } = trace.outcome
  const walk = trace.forward.hops.findLast((hop) => hop.walk?.hook === 'POSTROUTING')?.walk
  const line = 'line' in because ? because.line : walk?.decided?.line
  return line === undefined ? [] : prints.slice(line + 1, line + 2)
}
