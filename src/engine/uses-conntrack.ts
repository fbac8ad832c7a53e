import type { NatTable, Rule } from './rule.ts'

/**
 * Whether a table alone makes the kernel track connections. Where nothing on the node asks for it,
 * table nat is not consulted at all and its counters stay at zero; on a real node kube-proxy's
 * filter rules always ask. Source: Linux `nf_ct_netns_get`, measured on 6.18.
 */
export const usesConntrack = ({ chains }: NatTable): boolean =>
  chains.some(({ rules }) => rules.some(asksForConntrack))

const TARGETS = new Set(['masquerade', 'snat', 'dnat', 'redirect', 'netmap', 'connmark'])

const asksForConntrack = ({ matches, target }: Rule): boolean =>
  (target !== null && TARGETS.has(target.kind)) ||
  matches.some(
    (match) => match.kind === 'conntrack' || (match.kind === 'mark' && match.of === 'connection'),
  )
