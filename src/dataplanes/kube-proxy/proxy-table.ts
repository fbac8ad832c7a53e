import type { Match } from '../../engine/rule.ts'
import { type Family, parseAddress } from '../../net/address.ts'
import { hostCidr } from '../../net/cidr.ts'
import type { TablePart } from '../write-rules.ts'
import { comment, jump, masked, numbered, type ProxyRule, rule } from './proxy-rule.ts'
import { type PortOnNode, portRules } from './service-rules.ts'

/**
 * kube-proxy's part of table nat in iptables mode. Its jumps are prepended, so they stand `first`
 * unless somebody else sees to it that his do.
 * Source: kubernetes v1.31, pkg/proxy/iptables/proxier.go, iptablesJumpChains and syncProxyRules.
 */
export function proxyTable(
  family: Family,
  ports: readonly PortOnNode[],
  { bit, at }: { readonly bit: number; readonly at: 'first' | 'last' },
): TablePart {
  const written = ports.map(portRules)
  const own = new Map(written.flatMap(({ chains }) => [...chains]))
  const shared: readonly (readonly [string, readonly ProxyRule[]])[] = [
    ['KUBE-SERVICES', [...written.flatMap(({ services }) => services), nodePortsLast(family)]],
    ['KUBE-NODEPORTS', written.flatMap(({ nodePorts }) => nodePorts)],
    ['KUBE-MARK-MASQ', [rule('kube-proxy-mark', {}, [], { kind: 'mark', value: bit, mask: bit })]],
    ['KUBE-POSTROUTING', masqueradeMarked(bit)],
  ]
  return {
    chains: [...shared, ...own].map(([name, rules]) => ({
      name,
      policy: null,
      rules: numbered(family, name, rules),
    })),
    hooked: HOOKED.map(([hook, text, chain]) => ({
      hook,
      at,
      rules: numbered(family, hook, [rule('kube-proxy-jump', {}, [comment(text)], jump(chain))]),
    })),
  }
}

const HOOKED = [
  ['PREROUTING', 'kubernetes service portals', 'KUBE-SERVICES'],
  ['OUTPUT', 'kubernetes service portals', 'KUBE-SERVICES'],
  ['POSTROUTING', 'kubernetes postrouting rules', 'KUBE-POSTROUTING'],
] as const

const TO_HERE: Match = { kind: 'addrtype', destination: { types: ['LOCAL'], negated: false } }

/** NodePorts never work on `::1`. */
function nodePortsLast(family: Family): ProxyRule {
  const loopback = parseAddress('::1')
  const base =
    family === 6 && loopback.ok ? { destination: masked(hostCidr(loopback.value), true) } : {}
  const text = 'kubernetes service nodeports; NOTE: this must be the last rule in this chain'
  return rule('kube-proxy-node-ports', base, [comment(text), TO_HERE], jump('KUBE-NODEPORTS'))
}

/** The mark is taken off again, so that the packet is not masqueraded twice on its way. */
const masqueradeMarked = (bit: number): readonly ProxyRule[] => [
  {
    base: {},
    matches: [{ kind: 'mark', of: 'packet', value: bit, mask: bit, negated: true }],
    target: { kind: 'return' },
    origin: { code: 'kube-proxy-unmarked', keeps: 'nothing' },
  },
  rule('kube-proxy-mark', {}, [], { kind: 'mark', value: bit, mask: 0 }),
  rule('kube-proxy-masquerade', {}, [comment('kubernetes service traffic requiring SNAT')], {
    kind: 'masquerade',
    random: false,
    fullyRandom: true,
  }),
]
