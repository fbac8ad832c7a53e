import { err, ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import type { Issue } from '../../issue.ts'
import type { ScenarioState } from '../../state.ts'
import { addFlow } from '../add/add-flow.ts'
import { addAttachment, addCloudNat, addPeering } from '../add/add-way-out.ts'
import type { Added } from '../add/added.ts'
import { vpcOf } from '../document/clusters.ts'
import {
  INTERNET,
  listOf,
  METADATA,
  splitId,
  thingId,
  thingOfZone,
  withChanged,
} from '../document/lists.ts'
import { type Meaning, meaningOf } from '../document/meaning.ts'
import type { Edited } from '../edit.ts'
import { cannotConnect, nowhereToPut } from '../refused.ts'
import type { ThingId } from '../thing.ts'
import { covered } from './coverage.ts'
import { nest } from './nest.ts'
import { sending } from './sending.ts'

/** What the two mean to each other comes to be. */
export function connect(state: ScenarioState, one: ThingId, other: ThingId): Result<Edited, Issue> {
  const [from, to] = [thingOfZone(one), thingOfZone(other)]
  const meaning = meaningOf(state.document, from, to)
  if (!meaning) return err(cannotConnect(from, to))
  if (meaning.as === 'home') return nest(state, { things: [from], parent: to })
  const made = connected(state.document, meaning)
  if (!made.ok) return made
  const { document, thing } = made.value
  return ok({ state: sending({ ...state, document }, thing), things: [thing] })
}

function connected(document: ScenarioDocument, meaning: Meaning): Result<Added, Issue> {
  const { as, from, to } = meaning
  const [one, other] = [from, to].map((id) => splitId(id)?.[1] ?? '') as [string, string]
  switch (as) {
    case 'attachment':
      return ofVpc(document, one, (vpc) => addAttachment(document, vpc, other))
    case 'cloud-nat':
      return ofVpc(document, one, (vpc) => addCloudNat(document, vpc))
    case 'peering':
      return peered(document, one, other)
    case 'flow':
      return addFlow(document, one, farEnd(document, to) ?? other)
    case 'service-endpoint':
      return ok({ document: behind(document, one, other), thing: from })
    case 'aim':
      return ok({
        document: withChanged(document, 'attachment', one, (each) => ({ ...each, to: other })),
        thing: from,
      })
    case 'coverage':
      return ok({ document: covered(document, from, to), thing: from })
    case 'home':
      return err(cannotConnect(from, to))
  }
}

function ofVpc(
  document: ScenarioDocument,
  name: string,
  make: (vpc: ScenarioDocument['vpcs'][number]) => Result<Added, Issue>,
): Result<Added, Issue> {
  const vpc = vpcOf(document, { vpc: name })
  return vpc ? make(vpc) : err(nowhereToPut('attachment', 'vpc'))
}

/** Two VPCs have one peering. */
function peered(document: ScenarioDocument, one: string, other: string): Result<Added, Issue> {
  const already = listOf(document, 'peering').find(
    ({ vpcs }) => vpcs.includes(one) && vpcs.includes(other),
  )
  return already
    ? ok({ document, thing: thingId('peering', already.name) })
    : addPeering(document, one, other)
}

/** Of what a flow reaches otherwise than by its name. */
function farEnd({ endpoints, metadataServer }: ScenarioDocument, to: ThingId): string | undefined {
  if (to === METADATA) return metadataServer
  return to === INTERNET
    ? (endpoints.find(({ at }) => at === 'internet')?.name ?? '8.8.8.8')
    : undefined
}

const behind = (document: ScenarioDocument, service: string, pod: string): ScenarioDocument =>
  withChanged(document, 'service', service, (each) => ({
    ...each,
    endpoints: each.endpoints.includes(pod) ? each.endpoints : [...each.endpoints, pod],
  }))
