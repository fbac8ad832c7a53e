import type { ReasonCode } from '../../engine/reason.ts'
import type { Failure } from './failure.ts'
import { allowAtEndpoint, allowAtFirewall, openPort } from './remedies/far-side.ts'
import { freshSourcePort } from './remedies/flow.ts'
import { addCloudNat, coverByNat } from './remedies/internet.ts'
import { allowPolicyPeer } from './remedies/network-policy.ts'
import { advertise, globalRouting, routeOnPrem } from './remedies/routes.ts'
import { policyToCluster } from './remedies/service.ts'
import { changeSource } from './remedies/source.ts'
import { allowEgress, allowIngress } from './remedies/vpc-firewall.ts'
import {
  defaultRoute,
  exportRoutes,
  forwardPackets,
  learn,
  removeRoute,
} from './remedies/vpc-routes.ts'
import type { Generator, Remedy } from './remedy.ts'

/**
 * The one place that says what may help against a failure, by the reason that the trace ends with.
 * Nothing here has to be sure: each remedy is tried. `null`: nothing that can be set would help.
 */
const REMEDIES: Partial<Readonly<Record<ReasonCode, readonly Generator[] | null>>> = {
  'dropped-far-firewall': [changeSource, allowAtFirewall],
  'dropped-no-return-route': [changeSource, advertise, routeOnPrem, globalRouting],
  'dropped-cloud-nat-not-covering': [changeSource, coverByNat],
  'dropped-no-internet-path': [changeSource, coverByNat, addCloudNat, removeRoute, forwardPackets],
  'dropped-no-route': [learn, defaultRoute, exportRoutes, globalRouting, removeRoute],
  'dropped-not-advertised': [advertise, routeOnPrem, globalRouting],
  'dropped-reply-unknown': [changeSource, removeRoute],
  'dropped-port-closed': [openPort],
  'dropped-no-local-endpoints': [policyToCluster],
  'dropped-own-address': [changeSource],
  'dropped-by-program': [changeSource],
  'refused-no-endpoints': null,
  'dropped-nobody-there': null,
  'dropped-not-public': null,
  'dropped-no-source-address': null,
  'dropped-no-free-port': [changeSource],
  'dropped-routing-loop': [removeRoute, routeOnPrem],
  'dropped-vpc-firewall': [allowIngress, allowEgress, changeSource],
  'dropped-endpoint-refuses': [changeSource, allowAtEndpoint, coverByNat],
  'dropped-not-forwarding': [forwardPackets, removeRoute],
  'dropped-asymmetric': [changeSource, removeRoute, routeOnPrem],
  'dropped-no-transit': [removeRoute, exportRoutes],
  'dropped-route-discards': [changeSource, removeRoute, routeOnPrem, advertise],
  'dropped-return-stays': [changeSource],
  'dropped-network-policy-ingress': [changeSource, allowPolicyPeer],
  'dropped-network-policy-egress': [allowPolicyPeer],
  'not-told': [changeSource, allowAtEndpoint, allowAtFirewall, allowIngress],
}

/** For what stands in no row: a new reason is looked at from all sides. */
const ALL: readonly Generator[] = [
  changeSource,
  allowAtFirewall,
  allowAtEndpoint,
  allowIngress,
  allowEgress,
  openPort,
  advertise,
  learn,
  routeOnPrem,
  exportRoutes,
  defaultRoute,
  globalRouting,
  removeRoute,
  forwardPackets,
  coverByNat,
  addCloudNat,
  policyToCluster,
  allowPolicyPeer,
]

/** Every remedy worth trying against a failure. A client that keeps its port may always take another. */
export function remediesFor(failure: Failure): readonly Remedy[] {
  const listed = REMEDIES[failure.reason.code]
  const generators = listed === undefined ? ALL : (listed ?? [])
  return [freshSourcePort, ...generators].flatMap((generate) => generate(failure))
}
