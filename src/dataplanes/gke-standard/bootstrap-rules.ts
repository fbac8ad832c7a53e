import { emptyNat, natTable } from '../../engine/nat-table.ts'
import type { Match, Origin, Rule, Ruleset, Target } from '../../engine/rule.ts'
import { destinationOf } from './destination.ts'

const CHAIN = 'IP-MASQ'

/**
 * What a GKE node writes when it boots and default SNAT is on, be there an agent or not: other order
 * and comments than the agent's, and no `--random-fully`. Not configurable.
 * Source: kubernetes/kubernetes cluster/gce/gci/configure-helper.sh; GoogleCloudPlatform/netd. Before
 * 1.14 (`rfc1918`): the same file at 1.13.
 */
export function bootstrapRules(list: 'reserved' | 'rfc1918' = 'reserved'): Ruleset {
  const keep = RANGES[list].map(
    ([range, what], i): Rule =>
      rule(
        `keep-${i + 1}`,
        `ip-masq: ${what} is not subject to MASQUERADE`,
        { kind: 'return' },
        {
          base: destinationOf(range),
          origin: i === 0 ? LINK_LOCAL : { code: 'bootstrap-range', keeps: 'default-range' },
        },
      ),
  )
  const masquerade = rule(
    'masquerade',
    'ip-masq: outbound traffic is subject to MASQUERADE (must be last in chain)',
    { kind: 'masquerade', random: false, fullyRandom: false },
    { base: {}, origin: { code: 'bootstrap-masquerade' } },
  )
  const jump: Rule = {
    id: 'bootstrap/jump',
    base: {},
    matches: [
      {
        kind: 'comment',
        text: `ip-masq: ensure nat POSTROUTING directs all non-LOCAL destination traffic to our custom ${CHAIN} chain`,
      },
      { kind: 'addrtype', destination: { types: ['LOCAL'], negated: true } },
    ],
    target: { kind: 'jump', chain: CHAIN },
    origin: { code: 'bootstrap-jump' },
  }
  return {
    nat4: natTable(4, { POSTROUTING: [jump] }, [
      { name: CHAIN, policy: null, rules: [...keep, masquerade] },
    ]),
    nat6: emptyNat(6),
    sets: [],
  }
}

const LINK_LOCAL: Origin = { code: 'bootstrap-link-local', keeps: 'link-local' }

const RANGES = {
  reserved: [
    ['169.254.0.0/16', 'local traffic'],
    ['10.0.0.0/8', 'RFC 1918 reserved range'],
    ['172.16.0.0/12', 'RFC 1918 reserved range'],
    ['192.168.0.0/16', 'RFC 1918 reserved range'],
    ['240.0.0.0/4', 'RFC 5735 reserved range'],
    ['192.0.2.0/24', 'RFC 5737 reserved range'],
    ['198.51.100.0/24', 'RFC 5737 reserved range'],
    ['203.0.113.0/24', 'RFC 5737 reserved range'],
    ['100.64.0.0/10', 'RFC 6598 reserved range'],
    ['198.18.0.0/15', 'RFC 6815 reserved range'],
    ['192.0.0.0/24', 'RFC 6890 reserved range'],
    ['192.88.99.0/24', 'RFC 7526 reserved range'],
  ],
  rfc1918: [
    ['169.254.0.0/16', 'local traffic'],
    ['10.0.0.0/8', 'local traffic'],
    ['172.16.0.0/12', 'local traffic'],
    ['192.168.0.0/16', 'local traffic'],
  ],
} as const

function rule(
  id: string,
  comment: string,
  target: Target,
  { base, origin }: Pick<Rule, 'base'> & { readonly origin: Origin },
): Rule {
  const matches: Match[] = [{ kind: 'comment', text: comment }]
  return { id: `bootstrap/${id}`, base, matches, target, origin }
}
