import type { ScenarioDocument } from '../document.ts'
import type { Issue } from '../issue.ts'
import { emptyZones } from './empty-zones.ts'
import { equalAddresses } from './equal-addresses.ts'
import { homelessPodRanges } from './homeless-pod-ranges.ts'
import { idleFirewallRules } from './idle-firewall-rules.ts'
import { idleRanges } from './idle-ranges.ts'
import { impossibleFirewallRules } from './impossible-firewall-rules.ts'
import { missingNames } from './missing-names.ts'
import { outsideZone } from './outside-zone.ts'
import { overlappingClusters } from './overlapping-clusters.ts'
import { overlappingSubnets } from './overlapping-subnets.ts'
import { rivalRoutes } from './rival-routes.ts'
import { routeCycles } from './route-cycles.ts'

/**
 * What is drawn in a way that will not work, or only in part, each at its place. Nothing here keeps a
 * flow from being sent. What cannot be read is told as an issue, and passed over here.
 */
export const checkWorld = (document: ScenarioDocument): readonly Issue[] =>
  [
    equalAddresses,
    overlappingSubnets,
    overlappingClusters,
    homelessPodRanges,
    outsideZone,
    idleRanges,
    routeCycles,
    rivalRoutes,
    idleFirewallRules,
    impossibleFirewallRules,
    missingNames,
    emptyZones,
  ].flatMap((check) => check(document))
