import type { BaseMatch, Match, Origin, PortRange, Rule, Target } from '../../engine/rule.ts'
import { type Address, formatAddress } from '../../net/address.ts'
import { PROTOCOLS } from '../../net/protocol.ts'
import { ruleHashes } from './rule-hash.ts'

/** A rule as Felix renders it: what it writes, which goes into the label, and what it does. */
export interface FelixRule {
  /** Beside the label. */
  readonly comment?: string
  readonly match: readonly Fragment[]
  readonly action: Action
  readonly origin: Origin
}

interface Fragment {
  /** As Felix hands it to iptables-restore. */
  readonly text: string
  readonly base?: BaseMatch
  readonly matches?: readonly Match[]
}

interface Action {
  readonly text: string
  readonly target: Target
}

export interface ChainPlace {
  readonly chain: string
  /** What Felix takes for the chain's name in the labels; the name itself where absent. */
  readonly seed?: string
  /** Of the ids. */
  readonly prefix: string
}

/**
 * The rules of one chain, each with its label as a comment.
 * Source: projectcalico/calico v3.32.1, felix/iptables/renderer.go.
 */
export function labelled(place: ChainPlace, rules: readonly FelixRule[]): readonly Rule[] {
  const { chain, seed = chain, prefix } = place
  const texts = rules.map(({ comment, match, action }) => {
    const note = comment === undefined ? [] : [`-m comment --comment "${comment}"`]
    const parts = [...note, ...match.map(({ text }) => text), action.text]
    return `-A ${seed} HASH ${parts.join(' ')}`
  })
  const labels = ruleHashes(seed, texts)
  return rules.map(({ comment, match, action, origin }, at) => ({
    id: `${prefix}/${chain}/${at + 1}`,
    base: Object.assign({}, ...match.map(({ base }) => base ?? {})) as BaseMatch,
    matches: [
      { kind: 'comment', text: `cali:${labels[at] ?? ''}` },
      ...(comment === undefined ? [] : [{ kind: 'comment', text: comment } as const]),
      ...match.flatMap(({ matches = [] }) => matches),
    ],
    target: action.target,
    origin,
  }))
}

/** Source: projectcalico/calico v3.32.1, felix/iptables/match_builder.go. */
export const sourceIn = (set: string): Fragment => ({
  text: `-m set --match-set ${set} src`,
  matches: [{ kind: 'set', set, directions: ['src'], negated: false }],
})

export const destinationNotIn = (set: string): Fragment => ({
  text: `-m set ! --match-set ${set} dst`,
  matches: [{ kind: 'set', set, directions: ['dst'], negated: true }],
})

export const protocolIs = (name: 'tcp' | 'udp'): Fragment => ({
  text: `-p ${name}`,
  base: { protocol: { number: PROTOCOLS[name], negated: false } },
})

/** As `ProtocolNum` writes it. */
export const protocolNumberIs = (number: number): Fragment => ({
  text: `-p ${number}`,
  base: { protocol: { number, negated: false } },
})

export const leavesBy = (pattern: string): Fragment => ({
  text: `--out-interface ${pattern}`,
  base: { outInterface: { pattern, negated: false } },
})

export const markIs = ({ value, mask }: { value: number; mask: number }): Fragment => ({
  text: `-m mark --mark 0x${value.toString(16)}/0x${mask.toString(16)}`,
  matches: [{ kind: 'mark', of: 'packet', value, mask, negated: false }],
})

/** An address of the node, but none of the interface that the packet leaves by. */
export const sourceOfAnotherInterface: Fragment = {
  text: '-m addrtype ! --src-type LOCAL --limit-iface-out -m addrtype --src-type LOCAL',
  matches: [
    { kind: 'addrtype', source: { types: ['LOCAL'], negated: true }, limitIfaceOut: true },
    { kind: 'addrtype', source: { types: ['LOCAL'], negated: false } },
  ],
}

/** Source: projectcalico/calico v3.32.1, felix/iptables/actions.go; `--random-fully` as on current kernels. */
export const jumpTo = (chain: string): Action => ({
  text: `--jump ${chain}`,
  target: { kind: 'jump', chain },
})

export const RETURN: Action = { text: '--jump RETURN', target: { kind: 'return' } }

export const masquerade = (ports: PortRange | null): Action => ({
  text: `--jump MASQUERADE${ports ? ` --to-ports ${ports.lo}-${ports.hi}` : ''} --random-fully`,
  target: { kind: 'masquerade', ...choice(ports) },
})

export const snatTo = (address: Address, ports: PortRange | null): Action => ({
  text: `--jump SNAT --to-source ${formatAddress(address)}${ports ? `:${ports.lo}-${ports.hi}` : ''} --random-fully`,
  target: { kind: 'snat', to: { lo: address, hi: address }, persistent: false, ...choice(ports) },
})

const choice = (ports: PortRange | null) => ({
  ...(ports ? { ports } : {}),
  random: false,
  fullyRandom: true,
})
