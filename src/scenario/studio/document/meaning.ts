import type { ScenarioDocument } from '../../document.ts'
import { HOMES } from '../add/homes.ts'
import type { ThingId, ThingKind } from '../thing.ts'
import { INTERNET, thingId } from './lists.ts'
import { type Nesting, nestingOf } from './nesting.ts'
import { ADDRESSABLE, SENDERS } from './references.ts'
import type { ConnectionKind } from './relations.ts'

/** What two things would be to each other, and which of them says so. */
export interface Meaning {
  readonly as: ConnectionKind
  readonly from: ThingId
  readonly to: ThingId
}

type Kind = ThingKind | 'internet'

/** Pairs that mean something other than a home or a flow; each also the other way round. */
const PAIRS: readonly (readonly [from: Kind, to: Kind, as: ConnectionKind])[] = [
  ['vpc', 'on-prem', 'attachment'],
  ['vpc', 'vpc', 'peering'],
  ['vpc', 'internet', 'cloud-nat'],
  ['service', 'pod', 'service-endpoint'],
  ['attachment', 'on-prem', 'aim'],
  ['cloud-nat', 'subnet', 'coverage'],
  ['cloud-nat', 'cluster', 'coverage'],
]

/** Of two things that are there; null: a pair that means nothing. */
export function meaningOf(
  document: ScenarioDocument,
  from: ThingId,
  to: ThingId,
  nesting: Nesting = nestingOf(document),
): Meaning | null {
  if (from === to || !exists(nesting, from) || !exists(nesting, to)) return null
  const [one, other] = [kindOf(from), kindOf(to)]
  if (isHome(one, other) && nesting.parents.get(from) !== to && !isWalled(document, one, to)) {
    return { as: 'home', from, to }
  }
  if (isSender(one) && (isAddressable(other) || other === 'internet' || other === 'metadata')) {
    return { as: 'flow', from, to }
  }
  const pair = PAIRS.find(([a, b]) => a === one && b === other)
  if (pair) return { as: pair[2], from, to }
  const turned = PAIRS.find(([a, b]) => a === other && b === one)
  return turned ? { as: turned[2], from: to, to: from } : null
}

const exists = ({ parents }: Nesting, id: ThingId): boolean => id === INTERNET || parents.has(id)

const kindOf = (id: ThingId): Kind => id.slice(0, id.indexOf(':')) as Kind

const isSender = (kind: Kind): boolean => SENDERS.some((each) => each === kind)
const isAddressable = (kind: Kind): boolean => ADDRESSABLE.some((each) => each === kind)

const isHome = (kind: Kind, home: Kind): boolean =>
  kind !== 'internet' && HOMES[kind].some((each) => each === home)

/** A network has one firewall. */
const isWalled = (document: ScenarioDocument, kind: Kind, home: ThingId): boolean =>
  kind === 'firewall' &&
  document.onPrem.some(({ name, firewall }) => firewall && thingId('on-prem', name) === home)
