import type { ScenarioDocument } from '../../document.ts'
import { clusterOf, vpcOf } from '../document/clusters.ts'
import {
  type Item,
  LISTED_KINDS,
  LISTS,
  listOf,
  METADATA,
  thingId,
  thingOfZone,
} from '../document/lists.ts'
import { nestingOf, withNested } from '../document/nesting.ts'
import { EMPTY_SCENARIO } from '../empty-scenario.ts'
import type { ThingId } from '../thing.ts'
import type { Fragment, LooseFirewall, LooseSubnet } from './fragment.ts'

/** The things with all that stands in them. Whose home was the first one without a word says so now. */
export function extract(document: ScenarioDocument, things: readonly ThingId[]): Fragment {
  const all = withNested(nestingOf(document), things)
  const told = withHomes(document)
  const lists = LISTED_KINDS.map((kind) => {
    const members: readonly { readonly name: string }[] = listOf(told, kind)
    return [LISTS[kind], members.filter(({ name }) => all.has(thingId(kind, name)))] as const
  })
  const positions = Object.entries(document.positions ?? {}).filter(([id]) =>
    all.has(thingOfZone(id)),
  )
  return {
    document: withPlaces(
      {
        ...EMPTY_SCENARIO.document,
        ...Object.fromEntries(lists.filter(([, own]) => own.length)),
        ...metadataOf(document, all),
      },
      positions,
    ),
    subnets: looseSubnets(document, all),
    firewalls: looseFirewalls(document, all),
  }
}

const metadataOf = ({ metadataServer }: ScenarioDocument, all: ReadonlySet<ThingId>) =>
  metadataServer !== undefined && all.has(METADATA) ? { metadataServer } : {}

const withPlaces = (
  document: ScenarioDocument,
  positions: readonly (readonly [string, [number, number]])[],
): ScenarioDocument =>
  positions.length === 0 ? document : { ...document, positions: Object.fromEntries(positions) }

const looseSubnets = (
  { vpcs }: ScenarioDocument,
  all: ReadonlySet<ThingId>,
): readonly LooseSubnet[] =>
  vpcs
    .filter(({ name }) => !all.has(thingId('vpc', name)))
    .flatMap(({ name: vpc, subnets }) =>
      subnets
        .filter(({ name }) => all.has(thingId('subnet', `${vpc}/${name}`)))
        .map((subnet) => ({ ...subnet, vpc })),
    )

const looseFirewalls = (
  { onPrem }: ScenarioDocument,
  all: ReadonlySet<ThingId>,
): readonly LooseFirewall[] =>
  onPrem
    .filter(({ name }) => !all.has(thingId('on-prem', name)))
    .flatMap(({ name, firewall }) =>
      firewall && all.has(thingId('firewall', firewall.name))
        ? [{ ...firewall, onPrem: name }]
        : [],
    )

/** Every cluster, node and gate with the name of what it is in. */
export function withHomes(document: ScenarioDocument): ScenarioDocument {
  const { clusters, nodes, attachments, services, cloudNats } = document
  const inVpc = <T extends Pick<Item<'cluster'>, 'vpc'>>(each: T): T => {
    const vpc = each.vpc ?? vpcOf(document, each)?.name
    return vpc === undefined ? each : { ...each, vpc }
  }
  const inCluster = <T extends Pick<Item<'node'>, 'cluster'>>(each: T): T => {
    const cluster = each.cluster ?? clusterOf(document, each)?.name
    return cluster === undefined ? each : { ...each, cluster }
  }
  return {
    ...document,
    clusters: clusters.map(inVpc),
    nodes: nodes.map(inCluster),
    attachments: attachments.map(inVpc),
    ...(services ? { services: services.map(inCluster) } : {}),
    ...(cloudNats ? { cloudNats: cloudNats.map(inVpc) } : {}),
  }
}
