import type { Match, Target } from '../../engine/rule.ts'
import type { Family } from '../../net/address.ts'
import { type Cidr, hostCidr } from '../../net/cidr.ts'
import type { Draft } from './iptables-rules.ts'
import { type NodeCilium, routerAddress } from './node-cilium.ts'
import { within } from './within.ts'

/**
 * The rest of the chain: proxies, and what the node's own processes send into Pods.
 * Source: cilium/cilium pkg/datapath/iptables/iptables.go, installMasqueradeRules; the marks are those
 * of pkg/datapath/linux/linux_defaults/mark.go.
 */
export function hostRules(cilium: NodeCilium, family: Family, share: Cidr): readonly Draft[] {
  const router = routerAddress(cilium, family)
  if (!router) return [PROXY]
  const target: Target = {
    kind: 'snat',
    to: { lo: router, hi: router },
    persistent: false,
    random: false,
    fullyRandom: false,
  }
  const loopback = LOOPBACK[family]
  const out = { outInterface: { pattern: deliveryDevice(cilium), negated: false } }
  const fromLoopback: Draft = {
    base: { source: within(hostCidr(loopback.address)), ...out },
    comment: `cilium host->cluster from ${loopback.text} masquerade`,
    target,
    code: 'host-loopback',
  }
  const hairpin: Draft = {
    base: out,
    matches: [marked(0xf00, 0xf00), TRANSLATED],
    comment: 'hairpin traffic that originated from a local pod',
    target,
    code: 'hairpin',
  }
  const intoCluster: Draft = {
    base: {
      source: { ...within(share), negated: true },
      destination: { ...within(share), negated: true },
      outInterface: { pattern: 'cilium_host', negated: false },
    },
    comment: 'cilium host->cluster masquerade',
    target,
    code: 'host-to-cluster',
  }
  return [
    PROXY,
    ...(cilium.options.tunnel ? [intoCluster] : []),
    fromLoopback,
    ...(cilium.options.endpointRoutes ? [] : [hairpin]),
  ]
}

const deliveryDevice = ({ options }: NodeCilium): string =>
  options.endpointRoutes ? 'lxc+' : 'cilium_host'

const marked = (value: number, mask: number): Match => ({
  ...{ kind: 'mark', of: 'packet', value, mask, negated: false },
})

const TRANSLATED: Match = {
  kind: 'conntrack',
  module: 'conntrack',
  states: ['DNAT'],
  negated: false,
}

const PROXY: Draft = {
  matches: [marked(0xa00, 0xe00)],
  comment: 'exclude proxy return traffic from masquerade',
  target: { kind: 'accept' },
  code: 'proxy-return',
}

const LOOPBACK = {
  4: { text: '127.0.0.1', address: { family: 4, words: [0x7f000001] } },
  6: { text: '::1', address: { family: 6, words: [0, 0, 0, 1] } },
} as const
