/** What can be put on the canvas, named, changed and taken away: a member of one of the document's lists. */
export const THING_KINDS = [
  'vpc',
  'subnet',
  'cluster',
  'node',
  'pod',
  'service',
  'cloud-nat',
  'attachment',
  'peering',
  'on-prem',
  'firewall',
  'endpoint',
  'metadata',
  'flow',
] as const

export type ThingKind = (typeof THING_KINDS)[number]

/**
 * `kind:name`, e.g. `pod:pod-a`; a subnet's name is `VPC/SUBNET`, a `firewall` is an on-prem network's, and of
 * the `metadata` server there is one at the most.
 * Where a thing is drawn as a place of the map (`pod:pod-a`, `vpc:vpc`), the two ids are the same; a
 * zone's id is `zone-` and the thing's.
 */
export type ThingId = string

/** Kinds that one and the same list of the document holds, as a palette offers them. */
export const ENDPOINT_PRESETS = ['vm', 'appliance', 'psc', 'on-prem-host', 'internet-host'] as const

export type EndpointPreset = (typeof ENDPOINT_PRESETS)[number]

/** Top left corner on the canvas, in pixels at zoom 1. */
export type Point = readonly [x: number, y: number]
