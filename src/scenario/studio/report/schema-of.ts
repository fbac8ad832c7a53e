import type * as v from 'valibot'
import { flowSchema, scenarioSchema } from '../../document.ts'
import { clusterSchema, nodeSchema, podSchema, serviceSchema } from '../../document-cluster.ts'
import {
  attachmentSchema,
  cloudNatSchema,
  endpointSchema,
  onPremSchema,
  peeringSchema,
  vpcSchema,
} from '../../document-network.ts'
import type { Path } from '../document/find-thing.ts'
import type { ThingKind } from '../thing.ts'

/** What the document's schema says of a thing, so that no field is told twice. */

/** As much of a schema as one walks over. */
export interface Schema {
  readonly type: string
  readonly wrapped?: Schema
  readonly default?: unknown
  readonly entries?: Readonly<Record<string, Schema>>
  readonly item?: Schema
  readonly items?: readonly Schema[]
  readonly options?: readonly unknown[]
}

const vpc = shape(vpcSchema)
const onPrem = shape(onPremSchema)

const SCHEMAS: Readonly<Record<ThingKind, Schema>> = {
  vpc,
  subnet: inside(vpc, ['subnets', 0]),
  cluster: shape(clusterSchema),
  node: shape(nodeSchema),
  pod: shape(podSchema),
  service: shape(serviceSchema),
  'cloud-nat': shape(cloudNatSchema),
  attachment: shape(attachmentSchema),
  peering: shape(peeringSchema),
  'on-prem': onPrem,
  firewall: inside(onPrem, ['firewall']),
  endpoint: shape(endpointSchema),
  metadata: {
    type: 'strict_object',
    entries: { metadataServer: bare(shape(scenarioSchema.entries.metadataServer)) },
  },
  flow: shape(flowSchema),
}

export const schemaOf = (kind: ThingKind): Schema => SCHEMAS[kind]

/** Valibot's schemas are plain data with these fields; its types do not say so in general. */
function shape(schema: v.GenericSchema): Schema {
  return schema as unknown as Schema
}

/** The field at a path as it is declared, wrapper and all; null where the schema has none. */
export function fieldAt(schema: Schema, path: Path): Schema | null {
  let at: Schema | null = schema
  for (const key of path) at = at && step(bare(at), key)
  return at
}

export const isOptional = (schema: Schema): boolean => schema.type === 'optional'

/** Without what says that it may be absent. */
export function bare(schema: Schema): Schema {
  return schema.wrapped ? bare(schema.wrapped) : schema
}

function step({ entries, item, items }: Schema, key: string | number): Schema | null {
  if (typeof key === 'number') return item ?? items?.[key] ?? null
  return entries && Object.hasOwn(entries, key) ? (entries[key] ?? null) : null
}

function inside(schema: Schema, path: Path): Schema {
  const field = fieldAt(schema, path)
  return field ? bare(field) : schema
}
