import { type Cidr, cidrCovers } from '../../net/cidr.ts'
import type { FirewallRule } from '../../topology/network.ts'
import type { ScenarioDocument } from '../document.ts'
import { issueAt, readFields } from '../field-reader.ts'
import type { Issue } from '../issue.ts'
import { readFirewallRule } from '../read-firewall-rule.ts'

/** Rules that can never decide: one that is asked before catches all that they would. */
export const idleFirewallRules = ({ vpcs }: ScenarioDocument): readonly Issue[] =>
  vpcs.flatMap(({ firewall = [] }, i) => {
    const rules = firewall.map((written) => {
      const read = readFields()
      const rule = readFirewallRule(read, written, '')
      return { rule, isWhole: read.issues.length === 0 }
    })
    return rules.flatMap(({ rule, isWhole }, j) => {
      const by = rules.find(
        (other, k) =>
          other.isWhole && isAskedBefore(other.rule, rule, k < j) && holds(other.rule, rule),
      )
      if (!by || !isWhole) return []
      const { name, priority } = by.rule
      const params = { name: rule.name, by: name, priority: String(priority) }
      return [issueAt('rule-never-asked', `vpcs.${i}.firewall.${j}`, params)]
    })
  })

function isAskedBefore(one: FirewallRule, other: FirewallRule, stands: boolean): boolean {
  if (one === other || one.direction !== other.direction) return false
  if (one.priority !== other.priority) return one.priority < other.priority
  return one.action === other.action ? stands : one.action === 'deny'
}

/** Does everything that matches the inner rule match the outer one? */
const holds = (outer: FirewallRule, inner: FirewallRule): boolean =>
  holdsTargets(outer.targetTags, inner.targetTags) &&
  holdsSources(outer, inner) &&
  holdsServices(outer.services, inner.services)

const holdsTargets = (
  outer: FirewallRule['targetTags'],
  inner: FirewallRule['targetTags'],
): boolean => outer === null || (inner?.every((tag) => outer.includes(tag)) ?? false)

const isAnywhere = ({ prefix }: Cidr): boolean => prefix === 0

function holdsSources(outer: FirewallRule, inner: FirewallRule): boolean {
  const everywhere = outer.ranges.filter(isAnywhere).length === 2
  return (
    inner.ranges.every((range) => outer.ranges.some((wide) => cidrCovers(wide, range))) &&
    inner.sourceTags.every((tag) => everywhere || outer.sourceTags.includes(tag))
  )
}

const holdsServices = (outer: FirewallRule['services'], inner: FirewallRule['services']): boolean =>
  outer === null ||
  (inner?.every((service) =>
    outer.some(
      (wide) =>
        (wide.protocol === null || wide.protocol === service.protocol) &&
        holdsPorts(wide.ports, service.ports),
    ),
  ) ??
    false)

type Ports = NonNullable<FirewallRule['services']>[number]['ports']

const holdsPorts = (outer: Ports, inner: Ports): boolean =>
  outer === null ||
  (inner?.every(([lo, hi]) => outer.some(([from, to]) => from <= lo && hi <= to)) ?? false)
