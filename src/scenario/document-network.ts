import * as v from 'valibot'
import { list, name, port, text } from './document-field.ts'

/** What a `Scenario` document says of the networks around the clusters. */

/** Protocols with their ports; `all` stands for every protocol. */
const service = v.strictObject({
  protocol: v.picklist(['tcp', 'udp', 'icmp', 'sctp', 'all']),
  /** `443`, `8000-8080`; every port where absent. */
  ports: v.optional(list(v.union([port, text]))),
})

export const firewallRuleSchema = v.strictObject({
  name,
  direction: v.picklist(['ingress', 'egress']),
  action: v.picklist(['allow', 'deny']),
  /** 0 is asked first. */
  priority: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65535)), 1000),
  /** Sources of an ingress rule, destinations of an egress rule; anywhere where absent. */
  ranges: v.optional(list(text)),
  /** Machines with one of these tags as the source, of an ingress rule; beside `ranges`. */
  sourceTags: v.optional(list(name)),
  /** Machines with one of these tags; every machine of the VPC where absent. */
  targetTags: v.optional(list(name)),
  /** Every protocol where absent. */
  services: v.optional(list(service)),
})

export const vpcSchema = v.strictObject({
  name,
  subnets: v.optional(
    list(
      v.strictObject({
        name,
        range: text,
        /** Of a subnet with two stacks: nodes and Pods take their IPv6 addresses from it. */
        range6: v.optional(text),
        /** One and the same region everywhere where nobody tells. */
        region: v.optional(name),
        secondaryRanges: v.optional(list(v.strictObject({ name, range: text })), []),
      }),
    ),
    [],
  ),
  /** Static routes beside the default one. */
  routes: v.optional(
    list(
      v.strictObject({
        name,
        to: text,
        /** `default-internet-gateway`, a machine of the VPC, or an attachment. */
        nextHop: name,
        /** 0 is the best; it decides between routes to the same range. */
        priority: v.optional(
          v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65535)),
          1000,
        ),
        /** Only for machines with one of these tags. */
        tags: v.optional(list(name)),
      }),
    ),
  ),
  /** False: the route 0.0.0.0/0 to the default internet gateway was deleted. */
  defaultRoute: v.optional(v.boolean()),
  /** `global`: Cloud Routers advertise and learn for every region. */
  dynamicRouting: v.optional(v.picklist(['regional', 'global'])),
  /** Absent: nobody tells, and everything is taken to be allowed; an empty list leaves the implied rules. */
  firewall: v.optional(list(firewallRuleSchema)),
})

export const peeringSchema = v.strictObject({
  name,
  vpcs: v.tuple([name, name]),
  /** Those of the two whose custom routes, static and dynamic, the other one takes over. */
  exportsCustomRoutes: v.optional(list(name)),
})

export const cloudNatSchema = v.strictObject({
  name,
  /** The first VPC where absent. */
  vpc: v.optional(name),
  addresses: list(text),
  /** Names of subnets and secondary ranges, or CIDRs: the sources that it translates. */
  covers: list(text),
})

export const attachmentSchema = v.strictObject({
  name,
  kind: v.optional(v.picklist(['interconnect', 'vpn']), 'interconnect'),
  /** The first VPC where absent. */
  vpc: v.optional(name),
  /** The Cloud Router that speaks BGP over it. */
  router: name,
  region: v.optional(name),
  /**
   * Custom mode: names of subnets and secondary ranges, CIDRs, or `all-subnets`. Absent: the router's
   * default mode, which advertises the subnet routes.
   */
  advertises: v.optional(list(text)),
  /** What the far side advertises to us; its ranges where absent. */
  learns: v.optional(list(text)),
  to: name,
})

export const onPremSchema = v.strictObject({
  name,
  ranges: list(text),
  /** Its static routes, before what it learns; `via` names an attachment, or says `discard`. */
  routes: v.optional(list(v.strictObject({ to: text, via: name }))),
  firewall: v.optional(
    v.strictObject({
      name,
      /** Sources that it lets in. */
      allow: list(text),
      /** It answers what it refuses with a reset. */
      rejects: v.optional(v.boolean()),
    }),
  ),
})

export const endpointSchema = v.strictObject({
  name,
  address: text,
  /** The name of its VPC or on-prem network, or `internet`. */
  at: name,
  ports: v.optional(list(port)),
  /** `psc`: a Private Service Connect endpoint, behind which a producer sees `natRange`. */
  kind: v.optional(v.picklist(['host', 'psc'])),
  natRange: v.optional(text),
  externalAddress: v.optional(text),
  tags: v.optional(list(name)),
  /** Sources that it lets in itself: authorised networks, a partner's allow-list. */
  allow: v.optional(list(text)),
  /** It forwards what is routed to it: an appliance, a NAT machine, an internal load balancer before them. */
  forwards: v.optional(
    v.strictObject({
      /** What it gives to every source; absent: sources stay. */
      natAddress: v.optional(text),
      /** The VPC it forwards into, or `internet`; its own VPC where absent. */
      into: v.optional(name),
      /** It lets through only what belongs to connections that it has seen begin. */
      stateful: v.optional(v.boolean()),
    }),
  ),
})
