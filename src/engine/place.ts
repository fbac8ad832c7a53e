import type { PlaceId } from './trace.ts'

/** How places are named: the map, the trace and `expect:` lines all speak so. */
export const place = {
  pod: (name: string): PlaceId => `pod:${name}`,
  node: (name: string): PlaceId => `node:${name}`,
  service: (name: string): PlaceId => `service:${name}`,
  /** The VPC's own routing: no box of anyone's, but the place where a route is found or missed. */
  vpc: (name: string): PlaceId => `vpc:${name}`,
  attachment: (name: string): PlaceId => `attachment:${name}`,
  firewall: (name: string): PlaceId => `firewall:${name}`,
  endpoint: (name: string): PlaceId => `endpoint:${name}`,
  cloudNat: (name: string): PlaceId => `cloud-nat:${name}`,
  onPrem: (name: string): PlaceId => `on-prem:${name}`,
  internet: 'internet:internet' as PlaceId,
  metadata: 'metadata:metadata-server' as PlaceId,
} as const
