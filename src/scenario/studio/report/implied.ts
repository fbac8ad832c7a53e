import type { ScenarioDocument } from '../../document.ts'
import { type Found, valueAt } from '../document/find-thing.ts'

type Implied = (document: ScenarioDocument, thing: Found) => unknown

const firstVpc: Implied = ({ vpcs }) => vpcs[0]?.name
const firstCluster: Implied = ({ clusters }) => clusters[0]?.name
const is =
  (value: unknown): Implied =>
  () =>
    value

/** What holds where a field is absent and the schema has no default; as the document's types tell it. */
const IMPLIED: Readonly<Record<string, Implied>> = {
  'cluster.vpc': firstVpc,
  'cluster.windowsNodes': is('masqueraded'),
  'cluster.routesBased': is(false),
  'cloud-nat.vpc': firstVpc,
  'attachment.vpc': firstVpc,
  'node.cluster': firstCluster,
  'node.os': is('linux'),
  'node.recreated': is(false),
  'service.cluster': firstCluster,
  'pod.namespace': is('default'),
  'vpc.defaultRoute': is(true),
  'vpc.dynamicRouting': is('regional'),
  'firewall.rejects': is(false),
  'endpoint.kind': is('host'),
  'endpoint.forwards.into': (document, { path }) => valueAt(document, [...path, 'at']),
  'endpoint.forwards.stateful': is(false),
  'flow.existing': is(false),
}

/** Undefined where nothing in particular holds. */
export const impliedAt = (document: ScenarioDocument, thing: Found, key: string): unknown =>
  IMPLIED[`${thing.kind}.${key}`]?.(document, thing)
