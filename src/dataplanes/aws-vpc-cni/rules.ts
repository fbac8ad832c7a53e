import type { Match, Origin, Rule, Target } from '../../engine/rule.ts'
import type { Address } from '../../net/address.ts'
import { type Cidr, maskWord } from '../../net/cidr.ts'
import type { TablePart } from '../write-rules.ts'
import type { AwsOrigin } from './codes.ts'
import type { SnatSettings } from './snat-settings.ts'

const SNAT_CHAIN = 'AWS-SNAT-CHAIN-0'
const MARK_CHAIN = 'AWS-CONNMARK-CHAIN-0'

/**
 * What the CNI leaves in table nat of a node: everything outside the VPC and the excluded ranges
 * leaves as the primary address of the primary ENI, by whatever interface. With external SNAT both
 * chains stay, empty.
 * Source: aws/amazon-vpc-cni-k8s, pkg/networkutils/network.go, buildIptablesSNATRules and
 * buildIptablesConnmarkRules.
 */
export function snatRules(
  vpcRanges: readonly Cidr[],
  primary: Address,
  settings: SnatSettings,
): TablePart {
  if (settings.external) {
    const chains = [MARK_CHAIN, SNAT_CHAIN].map((name) => ({ name, policy: null, rules: [] }))
    return { chains, hooked: [] }
  }
  const kept = keptRanges(vpcRanges, settings)
  return {
    chains: [
      { name: MARK_CHAIN, policy: null, rules: [...kept.map(unmarked), markRule(settings)] },
      {
        name: SNAT_CHAIN,
        policy: null,
        rules: [...kept.map(keepRule), snatRule(primary, settings)],
      },
    ],
    hooked: [
      { hook: 'PREROUTING', at: 'last', rules: markedFirst(settings) },
      { hook: 'POSTROUTING', at: 'last', rules: [jumpRule] },
    ],
  }
}

interface Kept {
  readonly range: Cidr
  readonly by: 'vpc' | 'exclusion'
  readonly place: Origin['place'] | null
}

/** Each range is inserted at the top of its chain, so the last one written comes first. */
const keptRanges = (vpcRanges: readonly Cidr[], { excluded }: SnatSettings): readonly Kept[] =>
  [
    ...vpcRanges.map((range): Kept => ({ range, by: 'vpc', place: null })),
    ...excluded.map(({ range, place }): Kept => ({ range, by: 'exclusion', place })),
  ].toReversed()

const COMMENTS = {
  snat: { vpc: 'AWS SNAT CHAIN', exclusion: 'AWS SNAT CHAIN EXCLUSION' },
  mark: {
    vpc: 'AWS CONNMARK CHAIN, VPC CIDR',
    exclusion: 'AWS CONNMARK CHAIN, EXCLUDED CIDR',
  },
} as const

const keepRule = ({ range, by, place }: Kept, at: number): Rule =>
  rule(
    `keep-${at + 1}`,
    comment(COMMENTS.snat[by]),
    { kind: 'return' },
    {
      base: destination(range),
      origin: {
        code: (by === 'vpc' ? 'aws-vpc-range' : 'aws-excluded-range') satisfies AwsOrigin,
        ...(by === 'vpc' ? { keeps: 'default-range' } : { keeps: 'configured-range' }),
        ...(place ? { place } : {}),
      },
    },
  )

const unmarked = ({ range, by, place }: Kept, at: number): Rule =>
  rule(
    `unmarked-${at + 1}`,
    comment(COMMENTS.mark[by]),
    { kind: 'return' },
    {
      base: destination(range),
      origin: { code: 'aws-unmarked-range' satisfies AwsOrigin, ...(place ? { place } : {}) },
    },
  )

const jumpRule: Rule = rule(
  'jump',
  comment('AWS SNAT CHAIN'),
  { kind: 'jump', chain: SNAT_CHAIN },
  { base: {}, origin: { code: 'aws-jump' satisfies AwsOrigin } },
)

/** Neither to this node nor into the VLAN of a branch ENI, whose Pods have security groups of their own. */
const snatRule = (primary: Address, { random }: SnatSettings): Rule =>
  rule(
    'snat',
    [
      ...comment('AWS, SNAT'),
      { kind: 'addrtype', destination: { types: ['LOCAL'], negated: true } },
    ],
    {
      kind: 'snat',
      to: { lo: primary, hi: primary },
      persistent: false,
      random: random === 'hashrandom',
      fullyRandom: random === 'prng',
    },
    {
      base: { outInterface: { pattern: 'vlan+', negated: true } },
      origin: { code: 'aws-snat' satisfies AwsOrigin },
    },
  )

/** A marked flow is routed by the main table, so through the primary ENI. */
const markRule = ({ connmark }: SnatSettings): Rule =>
  rule(
    'mark',
    comment('AWS, CONNMARK'),
    { kind: 'connmark', action: 'set', value: connmark, mask: connmark, toMask: 0 },
    { base: {}, origin: { code: 'aws-connmark' satisfies AwsOrigin } },
  )

const markedFirst = ({ connmark, vethPrefix }: SnatSettings): readonly Rule[] => [
  rule(
    'outbound',
    comment('AWS, outbound connections'),
    { kind: 'jump', chain: MARK_CHAIN },
    {
      base: { inInterface: { pattern: `${vethPrefix}+`, negated: false } },
      origin: { code: 'aws-outbound' satisfies AwsOrigin },
    },
  ),
  rule(
    'restore-mark',
    comment('AWS, CONNMARK'),
    { kind: 'connmark', action: 'restore', value: 0, mask: connmark, toMask: connmark },
    { base: {}, origin: { code: 'aws-restore-mark' satisfies AwsOrigin } },
  ),
]

function comment(text: string): readonly Match[] {
  return [{ kind: 'comment', text }]
}

const destination = ({ base, prefix }: Cidr): Rule['base'] => ({
  destination: {
    address: base,
    mask: base.words.map((_, word) => maskWord(prefix, word)),
    negated: false,
  },
})

function rule(
  id: string,
  matches: readonly Match[],
  target: Target,
  { base, origin }: Pick<Rule, 'base'> & { readonly origin: Origin },
): Rule {
  return { id: `aws/${id}`, base, matches, target, origin }
}
