import type { BaseMatch, IpSet, Match, Origin, Rule, Target } from '../../engine/rule.ts'
import type { Family } from '../../net/address.ts'
import type { Cidr } from '../../net/cidr.ts'
import type { TablePart } from '../write-rules.ts'
import type { CiliumOrigin } from './codes.ts'
import { hostRules } from './host-rules.ts'
import { exclusion, type NodeCilium, nodeAddresses, podShare } from './node-cilium.ts'
import { masquerades } from './options.ts'
import { routeSourceRules } from './route-source-rules.ts'
import { within } from './within.ts'

const CHAIN = 'CILIUM_POST_nat'

/**
 * What the agent writes into table nat, which is nothing but an empty chain where a program at the
 * devices masquerades. Source: cilium/cilium pkg/datapath/iptables/iptables.go, installMasqueradeRules.
 */
export function iptablesRules(cilium: NodeCilium, family: Family): TablePart | undefined {
  const { ipv4, ipv6, bpfMasquerade } = cilium.options
  if (!(family === 4 ? ipv4 : ipv6)) return undefined
  const byIptables = masquerades(cilium.options, family) && !bpfMasquerade
  const rules = byIptables ? masqueradeRules(cilium, family) : []
  const id = `cilium${family}`
  return {
    chains: [{ name: CHAIN, policy: null, rules: rules.map((rule, i) => numbered(rule, id, i)) }],
    hooked: [{ hook: 'POSTROUTING', at: 'first', rules: [feeder(id)] }],
  }
}

/** A rule before it has its number. */
export interface Draft {
  readonly base?: BaseMatch
  readonly matches?: readonly Match[]
  readonly comment: string
  readonly target: Target
  readonly code: CiliumOrigin
}

const numbered = (
  { base = {}, matches = [], comment, target, code }: Draft,
  id: string,
  i: number,
): Rule => ({
  id: `${id}/${i + 1}`,
  base,
  matches: [...matches, { kind: 'comment', text: comment }],
  target,
  origin: { code },
})

const feeder = (id: string): Rule => ({
  id: `${id}/feeder`,
  base: {},
  matches: [{ kind: 'comment', text: `cilium-feeder: ${CHAIN}` }],
  target: { kind: 'jump', chain: CHAIN },
  origin: { code: 'feeder' } satisfies Origin,
})

function masqueradeRules(cilium: NodeCilium, family: Family): readonly Draft[] {
  const { options } = cilium
  const share = podShare(cilium, family)
  const excluded = exclusion(cilium, family)
  if (!share || !excluded) return []
  const nodes: readonly Draft[] = options.tunnel ? [] : [keptNodes(cilium, family, share)]
  const outward = options.routeSource
    ? routeSourceRules(cilium, family, { share, excluded })
    : [masquerade(cilium, share, excluded)]
  return [...nodes, ...outward, ...hostRules(cilium, family, share)]
}

/** Whose packets: those of the node's Pods, or everybody's that leave by the interfaces told. */
const leaving = ({ options }: NodeCilium, share: Cidr): BaseMatch =>
  options.egressInterfaces === ''
    ? { source: within(share) }
    : { outInterface: { pattern: options.egressInterfaces, negated: false } }

const keptNodes = (cilium: NodeCilium, family: Family, share: Cidr): Draft => ({
  base: leaving(cilium, share),
  matches: [{ kind: 'set', set: nodeSetName(family), directions: ['dst'], negated: false }],
  comment: 'exclude traffic to cluster nodes from masquerade',
  target: { kind: 'accept' },
  code: 'node-set',
})

const masquerade = (cilium: NodeCilium, share: Cidr, excluded: Cidr): Draft => ({
  base: {
    ...leaving(cilium, share),
    destination: { ...within(excluded), negated: true },
    ...(cilium.options.egressInterfaces === '' ? { outInterface: NOT_CILIUM } : {}),
  },
  comment: 'cilium masquerade non-cluster',
  target: { kind: 'masquerade', random: false, fullyRandom: cilium.options.randomFully },
  code: cilium.options.egressInterfaces === '' ? 'masquerade' : 'masquerade-interfaces',
})

const NOT_CILIUM = { pattern: 'cilium_+', negated: true } as const

const nodeSetName = (family: Family): string => `cilium_node_set_v${family}`

/** Source: pkg/datapath/iptables/ipset; there is none in tunnel mode, nor where programs decide. */
export function nodeSets(cilium: NodeCilium): readonly IpSet[] {
  const { options } = cilium
  if (options.tunnel || options.bpfMasquerade) return []
  return ([4, 6] as const).flatMap((family): readonly IpSet[] => {
    if (!masquerades(options, family)) return []
    const entries = nodeAddresses(cilium, family).map((address) => ({
      ...{ address, prefix: address.words.length * 32, nomatch: false },
    }))
    const set = {
      name: nodeSetName(family),
      type: 'hash:ip',
      family,
      options: SET_OPTIONS,
      entries,
    }
    return [set as IpSet]
  })
}

/** What `ipset save` says of a set that was made with no options; the seed of its hash is left out. */
const SET_OPTIONS = ['hashsize', '1024', 'maxelem', '65536']
