import type { ScenarioDocument } from '../../document.ts'
import type { FlowSpec, ScenarioState } from '../../state.ts'
import type { ThingId, ThingKind } from '../thing.ts'
import { everyThing } from './find-thing.ts'
import { splitId, thingId } from './lists.ts'

/** A name that stands somewhere for another thing. */
export interface Reference {
  readonly name: string
  /** What it may mean, in the order in which it is looked for. */
  readonly kinds: readonly ThingKind[]
  /** Names of subnets and ranges mean those of this VPC. */
  readonly vpc?: string
}

type Rewrite = (reference: Reference) => string

/** In the order in which a flow's ends are looked for. */
export const SENDERS: readonly ThingKind[] = ['pod', 'node', 'endpoint']
export const ADDRESSABLE: readonly ThingKind[] = ['endpoint', 'pod', 'node', 'service']

/** The state with every name that stands for another thing rewritten. */
export function mapReferences(state: ScenarioState, rewrite: Rewrite): ScenarioState {
  return {
    ...state,
    document: mapDocument(state.document, rewrite),
    flow: { ...mapFlow(rewrite)(state.flow), name: flowName(rewrite, state.flow.name) },
    ...(state.began?.manualRules
      ? { began: { ...state.began, manualRules: mapNodes(state.began.manualRules, rewrite) } }
      : {}),
  }
}

const flowName = (rewrite: Rewrite, name: string): string => rewrite({ name, kinds: ['flow'] })

const mapNodes = (
  rules: Readonly<Record<string, string>>,
  rewrite: Rewrite,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(rules).map(([name, text]) => [rewrite({ name, kinds: ['node'] }), text]),
  )

const mapFlow =
  (rewrite: Rewrite) =>
  <T extends Pick<FlowSpec, 'from' | 'to'>>(flow: T): T => ({
    ...flow,
    from: rewrite({ name: flow.from, kinds: SENDERS }),
    to: rewrite({ name: flow.to, kinds: ADDRESSABLE }),
  })

/** Of the document alone. */
export function mapDocument(document: ScenarioDocument, rewrite: Rewrite): ScenarioDocument {
  return { ...mapNetworks(document, rewrite), ...mapClusters(document, rewrite) }
}

function mapClusters(document: ScenarioDocument, rewrite: Rewrite): Partial<ScenarioDocument> {
  const { clusters, nodes, pods, services, flows, expect } = document
  const to = (kind: ThingKind, name: string) => rewrite({ name, kinds: [kind] })
  return {
    clusters: clusters.map((each) =>
      each.vpc === undefined ? each : { ...each, vpc: to('vpc', each.vpc) },
    ),
    nodes: nodes.map((each) =>
      each.cluster === undefined ? each : { ...each, cluster: to('cluster', each.cluster) },
    ),
    pods: pods.map((each) => ({ ...each, node: to('node', each.node) })),
    ...(services
      ? {
          services: services.map((each) => ({
            ...each,
            ...(each.cluster === undefined ? {} : { cluster: to('cluster', each.cluster) }),
            endpoints: each.endpoints.map((name) => to('pod', name)),
          })),
        }
      : {}),
    flows: flows.map(mapFlow(rewrite)),
    expect: expect.map((each) => ({
      ...each,
      flow: to('flow', each.flow),
      ...(each.by === undefined ? {} : { by: mapPlace(each.by, rewrite) }),
    })),
  }
}

/** `pod:pod-a`, as an `expect:` line names a place. */
function mapPlace(id: ThingId, rewrite: Rewrite): ThingId {
  const split = splitId(id)
  return split ? thingId(split[0], rewrite({ name: split[1], kinds: [split[0]] })) : id
}

function mapNetworks(document: ScenarioDocument, rewrite: Rewrite): ScenarioDocument {
  const { vpcs, peerings, cloudNats, attachments, onPrem, endpoints } = document
  const to = (kinds: readonly ThingKind[], name: string) => rewrite({ name, kinds })
  const toVpc = (name: string) => to(['vpc'], name)
  const ranges = (entries: readonly string[], vpc = vpcs[0]?.name ?? '') =>
    entries.map((name) => rewrite({ name, kinds: ['subnet'], vpc }))
  const inVpc = (vpc: string | undefined) => (vpc === undefined ? {} : { vpc: toVpc(vpc) })
  return {
    ...document,
    vpcs: vpcs.map((each) =>
      each.routes
        ? {
            ...each,
            routes: each.routes.map((route) => ({
              ...route,
              nextHop: to(['attachment', 'endpoint'], route.nextHop),
            })),
          }
        : each,
    ),
    ...(peerings
      ? {
          peerings: peerings.map((each) => ({
            ...each,
            vpcs: [toVpc(each.vpcs[0]), toVpc(each.vpcs[1])] as [string, string],
            ...(each.exportsCustomRoutes
              ? { exportsCustomRoutes: each.exportsCustomRoutes.map(toVpc) }
              : {}),
          })),
        }
      : {}),
    ...(cloudNats
      ? {
          cloudNats: cloudNats.map((each) => ({
            ...each,
            ...inVpc(each.vpc),
            covers: ranges(each.covers, each.vpc),
          })),
        }
      : {}),
    attachments: attachments.map((each) => ({
      ...each,
      ...inVpc(each.vpc),
      ...(each.advertises ? { advertises: ranges(each.advertises, each.vpc) } : {}),
      to: to(['on-prem'], each.to),
    })),
    onPrem: onPrem.map((each) =>
      each.routes
        ? {
            ...each,
            routes: each.routes.map((route) => ({ ...route, via: to(['attachment'], route.via) })),
          }
        : each,
    ),
    endpoints: endpoints.map((each) => ({
      ...each,
      at: to(['vpc', 'on-prem'], each.at),
      ...(each.forwards?.into === undefined
        ? {}
        : { forwards: { ...each.forwards, into: toVpc(each.forwards.into) } }),
    })),
  }
}

/** Every name that stands for something, whether or not there is such a thing. */
export function referencesOf(document: ScenarioDocument): readonly Reference[] {
  const all: Reference[] = []
  mapDocument(document, (reference) => {
    all.push(reference)
    return reference.name
  })
  return all
}

/** Tells which thing a reference means; null where there is none of that name. */
export function resolver(document: ScenarioDocument): (reference: Reference) => ThingId | null {
  const known = new Set(everyThing(document).map(({ id }) => id))
  return ({ name, kinds, vpc }) =>
    kinds
      .map((kind) => thingId(kind, vpc === undefined ? name : `${vpc}/${name}`))
      .find((id) => known.has(id)) ?? null
}
