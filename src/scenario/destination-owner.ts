import { prefixOf } from '../engine/masked-address.ts'
import type { Rule } from '../engine/rule.ts'
import type { Owner } from '../engine/trace.ts'
import { cidrOf } from '../net/cidr.ts'
import { rangeOwner } from '../topology/owner.ts'
import type { Topology } from '../topology/topology.ts'

/** Whose the destinations of a rule are. */
export function destinationOwner(
  topology: Topology,
  { base: { destination } }: Pick<Rule, 'base'>,
): Owner {
  if (!destination || destination.negated) return 'far'
  const prefix = prefixOf(destination)
  return prefix === null ? 'far' : rangeOwner(topology, cidrOf(destination.address, prefix))
}
