import { err, ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import type { Issue } from '../../issue.ts'
import type { ScenarioState } from '../../state.ts'
import { addCluster } from '../add/add-cluster.ts'
import { addEndpoint } from '../add/add-endpoint.ts'
import { addFlow, farthest } from '../add/add-flow.ts'
import { addMetadata } from '../add/add-metadata.ts'
import { addNode, addPod, poolAround } from '../add/add-node.ts'
import { addFirewall, addOnPrem } from '../add/add-on-prem.ts'
import { addService } from '../add/add-service.ts'
import { addSubnet, addVpc } from '../add/add-vpc.ts'
import { addAttachment, addCloudNat, addPeering } from '../add/add-way-out.ts'
import type { Added } from '../add/added.ts'
import { dropPoint } from '../add/drop-point.ts'
import { HOMES, homesOf, nearest } from '../add/homes.ts'
import { vpcOf } from '../document/clusters.ts'
import { INTERNET, type Item, type ListedKind, listOf, splitId } from '../document/lists.ts'
import { isThere, type Nesting, nestingOf } from '../document/nesting.ts'
import { placedAt } from '../document/positions.ts'
import type { Edit, Edited } from '../edit.ts'
import { nowhereToPut, unknownThing } from '../refused.ts'
import type { EndpointPreset, ThingId, ThingKind } from '../thing.ts'
import { sending } from './sending.ts'

type AddEdit = Extract<Edit, { do: 'add' }>

/**
 * A new thing in the zone that it was dropped on, or in the nearest in or around it that can hold it.
 * Dropped on nothing it goes into the first that there is.
 */
export function add(state: ScenarioState, edit: AddEdit): Result<Edited, Issue> {
  const { document } = state
  const { parent } = edit
  if (parent !== null && !isThere(document, parent)) return err(unknownThing(parent))
  const added = addTo({ document, nesting: nestingOf(document), parent }, edit)
  if (!added.ok) return added
  const { thing } = added.value
  const after = added.value.document
  const placed = placedAt(after, thing, dropPoint(after, thing, parent, edit.at))
  return ok({ state: sending({ ...state, document: placed }, thing), things: [thing] })
}

interface Ground {
  readonly document: ScenarioDocument
  readonly nesting: Nesting
  readonly parent: ThingId | null
}

function addTo(ground: Ground, { kind, preset }: AddEdit): Result<Added, Issue> {
  const { document, parent } = ground
  switch (kind) {
    case 'vpc':
      return addVpc(document)
    case 'on-prem':
      return addOnPrem(document)
    case 'subnet':
      return inFirst(ground, kind, 'vpc', (vpc) => addSubnet(document, vpc))
    case 'cluster':
      return inFirst(ground, kind, 'vpc', (vpc) => addCluster(document, vpc, subnetIn(ground)))
    case 'node':
      return inFirst(ground, kind, 'cluster', (cluster) =>
        addNode(document, cluster, poolAround(document, parent)),
      )
    case 'pod':
      return inFirst(ground, kind, 'node', (node) => addPod(document, node))
    case 'service':
      return inFirst(ground, kind, 'cluster', (cluster) =>
        addService(document, cluster, nearest(ground.nesting, 'pod', parent)),
      )
    case 'cloud-nat':
      return inFirst(ground, kind, 'vpc', (vpc) => addCloudNat(document, vpc))
    case 'firewall':
      return inFirst(ground, kind, 'on-prem', (network) =>
        network.firewall ? err(nowhereToPut(kind, 'on-prem')) : addFirewall(document, network),
      )
    case 'endpoint':
      return endpointIn(ground, preset ?? presetFor(ground))
    case 'attachment':
      return attachmentIn(ground)
    case 'peering':
      return peeringIn(ground)
    case 'metadata':
      return addMetadata(document)
    case 'flow':
      return flowFrom(ground)
  }
}

/** The subnet that one pointed at. */
function subnetIn({ parent }: Ground): string | undefined {
  const [kind, name] = (parent === null ? null : splitId(parent)) ?? []
  return kind === 'subnet' ? name?.slice(name.indexOf('/') + 1) : undefined
}

/** Into the first home that has room; the last one's refusal where none has. */
function inFirst<K extends ListedKind>(
  { document, nesting, parent }: Ground,
  kind: ThingKind,
  needs: K,
  into: (home: Item<K>) => Result<Added, Issue>,
): Result<Added, Issue> {
  let refused: Result<Added, Issue> = err(nowhereToPut(kind, needs))
  const items = new Map(listOf(document, needs).map((item) => [item.name, item]))
  for (const name of homesOf(nesting, needs, parent)) {
    const home = items.get(name)
    if (!home) continue
    const added = into(home)
    if (added.ok) return added
    refused = added
  }
  return refused
}

/** What one means who drops a host there. */
function presetFor({ document, nesting, parent }: Ground): EndpointPreset {
  if (parent === INTERNET) return 'internet-host'
  const home = HOMES.endpoint.find((kind) => nearest(nesting, kind, parent) !== null)
  if (home === 'vpc') return 'vm'
  return home === 'on-prem' || document.onPrem.length ? 'on-prem-host' : 'internet-host'
}

function endpointIn(ground: Ground, preset: EndpointPreset): Result<Added, Issue> {
  const { document } = ground
  if (preset === 'internet-host') return addEndpoint(document, preset, 'internet')
  const [kind, subnet] = (ground.parent === null ? null : splitId(ground.parent)) ?? []
  if (kind === 'subnet' && subnet !== undefined && preset !== 'on-prem-host') {
    return addEndpoint(document, preset, subnet)
  }
  const home = preset === 'on-prem-host' ? 'on-prem' : 'vpc'
  return inFirst(ground, 'endpoint', home, ({ name }) => addEndpoint(document, preset, name))
}

/** Between the VPC and the network that one was dropped on, else the first two that have none yet. */
function attachmentIn({ document, nesting, parent }: Ground): Result<Added, Issue> {
  const { attachments, vpcs, onPrem } = document
  const near = nearest(nesting, 'vpc', parent)
  const dropped = parent === null ? null : nearest(nesting, 'on-prem', parent)
  const isElsewhere = parent !== null && near === null && dropped === null
  const vpc = vpcs.find(({ name }) => name === near) ?? vpcs[0]
  if (!vpc || isElsewhere) return err(nowhereToPut('attachment', 'vpc'))
  const reached = attachments
    .filter((attachment) => vpcOf(document, attachment)?.name === vpc.name)
    .map(({ to }) => to)
  const networks = onPrem.map(({ name }) => name)
  const to = dropped ?? networks.find((name) => !reached.includes(name)) ?? networks[0]
  return to === undefined
    ? err(nowhereToPut('attachment', 'on-prem'))
    : addAttachment(document, vpc, to)
}

function peeringIn({ document, nesting, parent }: Ground): Result<Added, Issue> {
  const names = document.vpcs.map(({ name }) => name)
  const one = nearest(nesting, 'vpc', parent)
  const peers = (document.peerings ?? [])
    .filter(({ vpcs }) => one !== null && vpcs.includes(one))
    .flatMap(({ vpcs }) => vpcs)
  const other = names.find((name) => name !== one && !peers.includes(name))
  return one === null || other === undefined
    ? err(nowhereToPut('peering', 'vpc'))
    : addPeering(document, one, other)
}

/** From what one was dropped on, else from the first Pod, to the endpoint that is farthest away. */
function flowFrom({ document, nesting, parent }: Ground): Result<Added, Issue> {
  const [kind, name] = (parent === null ? null : splitId(parent)) ?? []
  const itself = kind === 'node' || kind === 'endpoint' ? name : undefined
  const from = itself ?? nearest(nesting, 'pod', parent) ?? nearest(nesting, 'pod', null)
  if (from === null || from === undefined) return err(nowhereToPut('flow', 'pod'))
  const to = farthest(document) ?? document.pods.find((pod) => pod.name !== from)?.name
  return to === undefined || to === from
    ? err(nowhereToPut('flow', 'endpoint'))
    : addFlow(document, from, to)
}
