import * as v from 'valibot'
import { DATAPLANE_IDS } from '../dataplanes/registry.ts'

/** The one truth of what a `Scenario` document may hold. Addresses are text here; `read-topology.ts` parses them. */

const name = v.pipe(v.string(), v.regex(/^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$/i))
const text = v.pipe(v.string(), v.maxLength(200))
const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65535))
/** By name, or any other by its IANA number. */
const protocol = v.union([
  v.picklist(['tcp', 'udp', 'icmp', 'sctp']),
  v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255)),
])
const manual = v.pipe(v.string(), v.maxLength(65536))
const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.maxLength(200))

export const flowSchema = v.strictObject({
  name,
  from: name,
  to: v.pipe(v.string(), v.maxLength(200)),
  protocol: v.optional(protocol, 'tcp'),
  port: v.optional(port),
  sourcePort: v.optional(port),
  /** The address that a process of a node has bound to; its node's own where absent. */
  sourceAddress: v.optional(text),
  /** Type of an ICMP message; an echo request where absent. */
  icmpType: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255))),
  /** It began before the last change of the cluster. */
  existing: v.optional(v.boolean()),
})

export const expectSchema = v.strictObject({
  flow: name,
  /** The source that the destination sees. */
  source: v.optional(text),
  result: v.optional(v.picklist(['delivered', 'dropped', 'unanswered', 'undetermined'])),
  /** The place that ended the journey, e.g. `firewall:onprem-fw`. */
  by: v.optional(text),
  /** A reason code, of the end of the journey or of what the node did. */
  reason: v.optional(text),
})

export const scenarioSchema = v.strictObject({
  apiVersion: v.literal('snat-playground/v1'),
  kind: v.literal('Scenario'),
  metadata: v.strictObject({ name, title: v.optional(text) }),
  cluster: v.strictObject({
    name,
    dataplane: v.optional(v.picklist(DATAPLANE_IDS), 'gke-standard'),
    podRanges: list(text),
    serviceRange: v.optional(text),
    disableDefaultSnat: v.optional(v.boolean(), false),
    networkPolicy: v.optional(v.boolean(), false),
    dataplaneV2: v.optional(v.boolean(), false),
    /** `auto`: GKE's own rule decides whether the DaemonSet is deployed. */
    ipMasqAgent: v.optional(v.picklist(['auto', 'manual']), 'auto'),
    gkeVersion: v.optional(text),
    nodeImage: v.optional(text),
    /** What Windows nodes do: Google's page has said one, and now says the other. */
    windowsNodes: v.optional(v.picklist(['not-masqueraded', 'masqueraded'])),
  }),
  nodes: list(
    v.strictObject({
      name,
      address: text,
      /** Of a node with two stacks. */
      address6: v.optional(text),
      externalAddress: v.optional(text),
      /** The node's share of the Pod range; the /24 around its first Pod where absent. */
      podRange: v.optional(text),
      podRange6: v.optional(text),
      /** The interfaces after `eth0`, which carries `address`. */
      interfaces: v.optional(list(v.strictObject({ name: text, addresses: list(text) })), []),
      routes: v.optional(list(v.strictObject({ to: text, via: v.optional(text), dev: text })), []),
      os: v.optional(v.picklist(['linux', 'windows'])),
      /** What the cluster was set to when the node was made; a flag reaches it when it is replaced. */
      bootedWith: v.optional(v.strictObject({ disableDefaultSnat: v.boolean() })),
      /** `iptables` commands typed on the node, or the `iptables-save` text that it has. */
      manualRules: v.optional(manual),
      /** The node was made anew since: what was typed on it is gone, and flags have reached it. */
      recreated: v.optional(v.boolean()),
    }),
  ),
  pods: list(
    v.strictObject({
      name,
      node: name,
      addresses: v.optional(list(text), []),
      hostNetwork: v.optional(v.boolean(), false),
    }),
  ),
  vpc: v.strictObject({
    name,
    subnets: list(
      v.strictObject({
        name,
        range: text,
        /** Of a subnet with two stacks: nodes and Pods take their IPv6 addresses from it. */
        range6: v.optional(text),
        secondaryRanges: v.optional(list(v.strictObject({ name, range: text })), []),
      }),
    ),
    /** Custom static routes over a machine of the VPC that translates towards the internet. */
    routes: v.optional(list(v.strictObject({ name, to: text, nextHop: name, natAddress: text }))),
  }),
  services: v.optional(
    list(
      v.strictObject({
        name,
        namespace: v.optional(name, 'default'),
        type: v.optional(v.picklist(['ClusterIP', 'NodePort', 'LoadBalancer']), 'ClusterIP'),
        clusterIPs: list(text),
        loadBalancerIPs: v.optional(list(text), []),
        ports: list(
          v.strictObject({
            name: v.optional(name),
            protocol: v.optional(v.picklist(['TCP', 'UDP', 'SCTP']), 'TCP'),
            port,
            targetPort: v.optional(port),
            nodePort: v.optional(port),
          }),
        ),
        /** Names of Pods, or addresses outside the cluster. */
        endpoints: list(text),
        externalTrafficPolicy: v.optional(v.picklist(['Cluster', 'Local']), 'Cluster'),
        internalTrafficPolicy: v.optional(v.picklist(['Cluster', 'Local']), 'Cluster'),
      }),
    ),
  ),
  cloudNat: v.optional(v.strictObject({ name, address: text, covers: list(text) })),
  attachments: v.optional(
    list(
      v.strictObject({
        name,
        kind: v.optional(v.picklist(['interconnect', 'vpn']), 'interconnect'),
        router: name,
        /** Names of subnets and secondary ranges, or CIDRs. */
        advertises: list(text),
        learns: list(text),
        to: name,
      }),
    ),
    [],
  ),
  onPrem: v.optional(
    list(
      v.strictObject({
        name,
        ranges: list(text),
        firewall: v.optional(v.strictObject({ name, allow: list(text) })),
      }),
    ),
    [],
  ),
  endpoints: v.optional(
    list(v.strictObject({ name, address: text, at: name, ports: v.optional(list(port)) })),
    [],
  ),
  metadataServer: v.optional(text),
  flows: v.optional(list(flowSchema), []),
  expect: v.optional(list(expectSchema), []),
  /** A ConfigMap that is written but not applied: what the playground offers to try. */
  draft: v.optional(v.strictObject({ manifests: v.pipe(v.string(), v.maxLength(65536)) })),
})

export type ScenarioDocument = v.InferOutput<typeof scenarioSchema>
