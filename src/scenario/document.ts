import * as v from 'valibot'
import { clusterSchema, nodeSchema, podSchema, serviceSchema } from './document-cluster.ts'
import { list, name, protocol, text } from './document-field.ts'
import {
  attachmentSchema,
  cloudNatSchema,
  endpointSchema,
  onPremSchema,
  peeringSchema,
  vpcSchema,
} from './document-network.ts'

/** The one truth of what a `Scenario` document may hold. Addresses are text here; `read-topology.ts` parses them. */

/** A number as typed into a flow: `read-flow.ts` says what is wrong with it, and nothing is lost. */
const typedNumber = v.pipe(v.number(), v.integer(), v.minValue(0))

export const flowSchema = v.strictObject({
  name,
  /** As typed, like all of a flow: the name of a Pod, of a node or of an endpoint. */
  from: text,
  to: text,
  protocol: v.optional(protocol, 'tcp'),
  port: v.optional(typedNumber),
  sourcePort: v.optional(typedNumber),
  /** The address that a process of a node has bound to; its node's own where absent. */
  sourceAddress: v.optional(text),
  /** Type of an ICMP message; an echo request where absent. */
  icmpType: v.optional(typedNumber),
  /** It began before the last change of the cluster. */
  existing: v.optional(v.boolean()),
})

export const expectSchema = v.strictObject({
  flow: name,
  /** The source that the destination sees. */
  source: v.optional(text),
  result: v.optional(v.picklist(['delivered', 'dropped', 'undetermined'])),
  /** The way on which it was dropped. */
  leg: v.optional(v.picklist(['forward', 'reply'])),
  /** What whoever connects is told. */
  symptom: v.optional(v.picklist(['time-out', 'reset'])),
  /** The place that ended the journey, e.g. `firewall:onprem-fw`. */
  by: v.optional(text),
  /** A reason code, of the end of the journey or of what the node did. */
  reason: v.optional(text),
})

/** Fifty nodes with ten Pods each, and room to grow. */
const MOST_NODES = 1000
const MOST_PODS = 5000
const coordinate = v.pipe(v.number(), v.finite())

export const scenarioSchema = v.strictObject({
  apiVersion: v.literal('snat-playground/v1'),
  kind: v.literal('Scenario'),
  metadata: v.strictObject({ name, title: v.optional(text) }),
  /** The first is the one under study: the manifests beside this document are in it. */
  clusters: v.optional(list(clusterSchema), []),
  nodes: v.optional(list(nodeSchema, MOST_NODES), []),
  pods: v.optional(list(podSchema, MOST_PODS), []),
  services: v.optional(list(serviceSchema)),
  vpcs: v.optional(list(vpcSchema), []),
  peerings: v.optional(list(peeringSchema)),
  cloudNats: v.optional(list(cloudNatSchema)),
  attachments: v.optional(list(attachmentSchema), []),
  onPrem: v.optional(list(onPremSchema), []),
  endpoints: v.optional(list(endpointSchema), []),
  metadataServer: v.optional(text),
  flows: v.optional(list(flowSchema), []),
  expect: v.optional(list(expectSchema), []),
  /** A ConfigMap that is written but not applied: what the playground offers to try. */
  draft: v.optional(v.strictObject({ manifests: v.pipe(v.string(), v.maxLength(65536)) })),
  /**
   * Where things stand on the canvas, in pixels at zoom 1: a place's top left corner by its id
   * (`pod:pod-a`), a zone's by its own where nothing stands in it. What is not told lays itself out.
   */
  positions: v.optional(v.record(v.string(), v.tuple([coordinate, coordinate]))),
  /** The topology is not to be changed by accident. */
  locked: v.optional(v.boolean()),
})

export type ScenarioDocument = v.InferOutput<typeof scenarioSchema>
