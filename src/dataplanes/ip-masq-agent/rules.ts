import { natTable } from '../../engine/nat-table.ts'
import type { BaseMatch, Match, NatTable, Origin, Rule, Target } from '../../engine/rule.ts'
import type { Family } from '../../net/address.ts'
import { type Cidr, maskWord, parseCidr } from '../../net/cidr.ts'
import { invariant } from '../../net/invariant.ts'
import { err, ok, type Result } from '../../net/result.ts'
import type { AgentError } from './config.ts'
import type { AgentFlags } from './flags.ts'
import type { KeptRange, MasqConfig } from './masq-config.ts'
import { portRules } from './port-rules.ts'
import { restoreInTable } from './restore.ts'
import type { AgentProfile } from './version.ts'

/** Which setting put a rule here: the `origin` codes of the agent's rules. */
export type AgentOrigin =
  | 'agent-jump'
  | 'agent-link-local'
  | 'agent-default-range'
  | 'agent-configured-range'
  | 'agent-masquerade'

/**
 * Table nat of one family as the agent leaves it on a node where nobody else wrote anything; the error is
 * that of iptables-restore, which then changes nothing.
 * Source: ip-masq-agent v1.0.0 to v2.12.6, cmd/ip-masq-agent/ip-masq-agent.go, syncMasqRules and
 * syncMasqRulesIPv6.
 */
export function agentRules(
  config: MasqConfig,
  flags: AgentFlags,
  family: Family,
): Result<NatTable, AgentError> {
  const kept: Rule[] = []
  const { profile } = flags
  for (const range of config.ranges.filter((each) => each.family === family || !profile.ipv6)) {
    const cidr = restoreInTable(range, family)
    if (!cidr.ok) {
      const { line, column } = range.place ?? { line: null, column: null }
      return err({ text: cidr.error, line, column })
    }
    const id = `agent${family}/range-${kept.length + 1}`
    kept.push(keepRule(id, cidr.value, { origin: rangeOrigin(range, config), profile }))
  }
  const rules = [
    ...linkLocalRules(config, flags, family),
    ...kept,
    ...portRules(flags, family, { comment: MASQUERADE, target: masquerade(flags) }),
    masqueradeRule(flags, family),
  ]
  const chain = { name: flags.chain, policy: null, rules }
  return ok(natTable(family, { POSTROUTING: [jumpRule(flags, family)] }, [chain]))
}

/** What the agent makes sure of before it hands the rules to iptables-restore. */
export const withoutRules = (flags: AgentFlags, family: Family): NatTable =>
  natTable(family, { POSTROUTING: [jumpRule(flags, family)] }, [
    { name: flags.chain, policy: null, rules: [] },
  ])

const comment = (text: string): Match => ({ kind: 'comment', text })
const NOT_LOCAL: Match = { kind: 'addrtype', destination: { types: ['LOCAL'], negated: true } }

const KEEP = comment('ip-masq-agent: local traffic is not subject to MASQUERADE')
const MASQUERADE = comment(
  'ip-masq-agent: outbound traffic is subject to MASQUERADE (must be last in chain)',
)
/** Of v1.0.0 to v2.0.0. */
const OLD_KEEP = comment('ip-masq-agent: cluster-local traffic should not be subject to MASQUERADE')
const OLD_MASQUERADE = comment(
  'ip-masq-agent: outbound traffic should be subject to MASQUERADE (this match must come after cluster-local CIDR matches)',
)

function jumpRule({ chain, profile }: AgentFlags, family: Family): Rule {
  const plain = `ip-masq-agent: ensure nat POSTROUTING directs all non-LOCAL destination traffic to our custom ${chain} chain`
  const text = profile.quotesInJumpComment ? `"${plain}"` : plain
  return {
    id: `agent${family}/jump`,
    base: {},
    matches: [comment(text), NOT_LOCAL],
    target: { kind: 'jump', chain },
    origin: originOf('agent-jump'),
  }
}

const LINK_LOCAL: Readonly<Record<Family, string>> = { 4: '169.254.0.0/16', 6: 'fe80::/10' }

/** None where link-local destinations are to be masqueraded as well. */
function linkLocalRules(config: MasqConfig, { profile }: AgentFlags, family: Family): Rule[] {
  const masqueraded = family === 4 ? config.masqLinkLocal : config.masqLinkLocalIpv6
  if (masqueraded) return []
  const cidr = parseCidr(LINK_LOCAL[family])
  invariant(cidr.ok, 'the link-local ranges are ranges')
  const { masqLinkLocal, masqLinkLocalIPv6 } = config.places
  const place = family === 4 ? masqLinkLocal : masqLinkLocalIPv6
  const origin = { ...originOf('agent-link-local'), keeps: 'link-local' as const }
  const id = `agent${family}/link-local`
  const told = place === null ? origin : { ...origin, place }
  return [keepRule(id, cidr.value, { origin: told, profile })]
}

function rangeOrigin({ place }: KeptRange, { rangesAreDefaults }: MasqConfig): Origin {
  if (rangesAreDefaults) return { ...originOf('agent-default-range'), keeps: 'default-range' }
  const origin = { ...originOf('agent-configured-range'), keeps: 'configured-range' as const }
  return place === null ? origin : { ...origin, place }
}

const keepRule = (
  id: string,
  range: Cidr,
  { origin, profile }: { readonly origin: Origin; readonly profile: AgentProfile },
): Rule => ({
  id,
  base: toDestination(range),
  matches: profile.oldRules ? [OLD_KEEP, NOT_LOCAL] : [KEEP],
  target: { kind: 'return' },
  origin,
})

/** iptables keeps no address where the mask is empty. */
const toDestination = ({ base, prefix }: Cidr): BaseMatch =>
  prefix === 0
    ? {}
    : {
        destination: {
          address: base,
          mask: base.words.map((_, word) => maskWord(prefix, word)),
          negated: false,
        },
      }

const masqueradeRule = (flags: AgentFlags, family: Family): Rule => ({
  id: `agent${family}/masquerade`,
  base: {},
  matches: flags.profile.oldRules ? [OLD_MASQUERADE, NOT_LOCAL] : [MASQUERADE],
  target: masquerade(flags),
  origin: originOf('agent-masquerade'),
})

function masquerade({ profile, randomFully }: AgentFlags): Target & { kind: 'masquerade' } {
  const byFlag = profile.randomFully === 'by-flag' && randomFully
  const fullyRandom = byFlag || profile.randomFully === 'always'
  return { kind: 'masquerade', random: false, fullyRandom }
}

const originOf = (code: AgentOrigin): Origin => ({ code })
