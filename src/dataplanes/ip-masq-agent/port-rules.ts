import type { Match, PortRange, Rule, Target } from '../../engine/rule.ts'
import type { Family } from '../../net/address.ts'
import { PROTOCOLS } from '../../net/protocol.ts'
import type { AgentFlags } from './flags.ts'

/** The kernel keeps a probability in steps of this size. */
const STEPS = 2 ** 31

/**
 * `--to-ports`: for each protocol with ports one rule a range, each taken as often as it is large.
 * `matches` and `target` are those of the rule that masquerades the rest.
 * Source: ip-masq-agent v2.12.0, writeMasqToPortsRules.
 */
export function portRules(
  { profile, toPorts }: AgentFlags,
  family: Family,
  rest: { readonly comment: Match; readonly target: Target & { readonly kind: 'masquerade' } },
): Rule[] {
  if (!profile.toPorts) return []
  return (['tcp', 'udp', 'sctp'] as const).flatMap((name) => {
    let left = toPorts.reduce((sum, range) => sum + sizeOf(range), 0)
    return toPorts.map((ports, at): Rule => {
      const probability = sizeOf(ports) / left
      left -= sizeOf(ports)
      return {
        id: `agent${family}/ports-${name}-${at + 1}`,
        base: { protocol: { number: PROTOCOLS[name], negated: false } },
        matches: [rest.comment, ...(probability === 1 ? [] : [chance(probability)])],
        target: { ...rest.target, ports },
        origin: { code: 'agent-masquerade' },
      }
    })
  })
}

const sizeOf = ({ lo, hi }: PortRange): number => hi - lo + 1

const chance = (probability: number): Match => ({
  kind: 'statistic',
  mode: 'random',
  probability: Math.round(probability * STEPS) / STEPS,
  negated: false,
})
