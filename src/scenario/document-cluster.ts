import * as v from 'valibot'
import { DATAPLANE_IDS } from '../dataplanes/registry.ts'
import { labels, list, longText, name, port, text } from './document-field.ts'

/** What a `Scenario` document says of clusters and of what runs in them. */

export const clusterSchema = v.strictObject({
  name,
  /** The VPC that its nodes are in; the first where absent. */
  vpc: v.optional(name),
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
  /** Pod ranges are custom routes and no secondary ranges of a subnet. */
  routesBased: v.optional(v.boolean()),
  /** What is applied in a cluster other than the first, whose manifests stand beside the document. */
  manifests: v.optional(longText),
})

export const nodeSchema = v.strictObject({
  name,
  /** The first cluster where absent. */
  cluster: v.optional(name),
  /** Name of its node pool. */
  pool: v.optional(name),
  address: text,
  /** Of a node with two stacks. */
  address6: v.optional(text),
  externalAddress: v.optional(text),
  /** Network tags, by which firewall rules and routes pick machines. */
  tags: v.optional(list(name)),
  /** The node's share of the Pod range; the /24 around its first Pod where absent. */
  podRange: v.optional(text),
  podRange6: v.optional(text),
  /** The interfaces after `eth0`, which carries `address`; under its name, further addresses of it. */
  interfaces: v.optional(list(v.strictObject({ name: text, addresses: list(text) })), []),
  routes: v.optional(list(v.strictObject({ to: text, via: v.optional(text), dev: text })), []),
  os: v.optional(v.picklist(['linux', 'windows'])),
  /** What the cluster was set to when the node was made; a flag reaches it when it is replaced. */
  bootedWith: v.optional(v.strictObject({ disableDefaultSnat: v.boolean() })),
  /** `iptables` commands typed on the node, or the `iptables-save` text that it has. */
  manualRules: v.optional(longText),
  /** The node was made anew since: what was typed on it is gone, and flags have reached it. */
  recreated: v.optional(v.boolean()),
})

export const podSchema = v.strictObject({
  name,
  node: name,
  namespace: v.optional(name),
  labels: v.optional(labels),
  addresses: v.optional(list(text), []),
  hostNetwork: v.optional(v.boolean(), false),
})

export const serviceSchema = v.strictObject({
  name,
  /** The first cluster where absent. */
  cluster: v.optional(name),
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
})
