import type { Address } from '../../net/address.ts'
import { type Cidr, cidrContains, formatCidr } from '../../net/cidr.ts'
import type { Attachment, OnPremNetwork } from '../../topology/network.ts'
import { type Fabric, hostAt } from './fabric.ts'

/** Where an on-prem network sends a packet. */
export type FarWay =
  | { readonly kind: 'own'; readonly range: string }
  | { readonly kind: 'discard'; readonly range: string }
  | {
      readonly kind: 'over'
      readonly range: string
      readonly attachment: Attachment
      /** What it learned; else a static route of its own. */
      readonly learned: boolean
      /** Others learned the same. */
      readonly equals: boolean
    }
  | { readonly kind: 'none' }

interface Candidate {
  readonly to: Cidr
  /** Of equal lengths: its own ranges, then its static routes, then what it learns. */
  readonly rank: number
  readonly way: FarWay
  readonly via: string | null
}

/**
 * The longest prefix among its own ranges, its static routes, and what its attachments advertise to
 * it. So a range of its own that a Pod range equals keeps the answers to those Pods.
 * Source: administrative distance of connected, static and BGP routes, as routers have it.
 */
export function farWay(
  fabric: Fabric,
  network: OnPremNetwork,
  dst: Address,
  prefers: ReadonlySet<string> = new Set(),
): FarWay {
  if (hostAt(fabric, network.name, dst)) return { kind: 'own', range: '' }
  const fitting = candidates(fabric, network).filter(({ to }) => cidrContains(to, dst))
  const order = (a: Candidate, b: Candidate) => b.to.prefix - a.to.prefix || a.rank - b.rank
  const [best, ...others] = fitting.toSorted(order)
  if (!best) return { kind: 'none' }
  const equals = others.filter((other) => order(best, other) === 0)
  const known = [best, ...equals].find(({ via }) => via !== null && prefers.has(via)) ?? best
  return known.way.kind === 'over' ? { ...known.way, equals: equals.length > 0 } : known.way
}

function candidates(fabric: Fabric, { name, ranges, routes }: OnPremNetwork): readonly Candidate[] {
  const gates = fabric.topology.attachments.filter(({ to }) => to === name)
  return [
    ...ranges.map(
      (to): Candidate => ({ to, rank: 0, via: null, way: { kind: 'own', range: formatCidr(to) } }),
    ),
    ...routes.flatMap(({ to, via }): readonly Candidate[] => {
      const range = formatCidr(to)
      if (via === null) return [{ to, rank: 1, via, way: { kind: 'discard', range } }]
      const attachment = fabric.attachments.get(via)
      if (!attachment) return []
      return [
        {
          to,
          rank: 1,
          via,
          way: { kind: 'over', range, attachment, learned: false, equals: false },
        },
      ]
    }),
    ...gates.flatMap((attachment) =>
      attachment.advertises.map((to): Candidate => {
        const range = formatCidr(to)
        const way = { kind: 'over', range, attachment, learned: true, equals: false } as const
        return { to, rank: 2, via: attachment.name, way }
      }),
    ),
  ]
}

/** All that is advertised to it. */
export const advertisedTo = ({ topology }: Fabric, network: string): readonly string[] => [
  ...new Set(
    topology.attachments
      .filter(({ to }) => to === network)
      .flatMap(({ advertises }) => advertises.map(formatCidr)),
  ),
]
