import type { ScenarioDocument } from '../document.ts'
import { valueAt } from './document/find-thing.ts'
import { LISTED_KINDS, LISTS, METADATA, thingId } from './document/lists.ts'
import type { ThingId } from './thing.ts'

/**
 * The thing that an issue is about, by its path: `pods.3.node` is the fourth Pod's. A flow that was not
 * sent is told by its name, `flows.NAME.flow.to`. Null where it is about none.
 */
export function thingOfPath(document: ScenarioDocument, path: string): ThingId | null {
  if (path === 'metadataServer') return document.metadataServer === undefined ? null : METADATA
  const [list, place = '', ...rest] = path.split('.')
  const kind = LISTED_KINDS.find((each) => LISTS[each] === list)
  if (kind === undefined) return null
  const name = nameAt(document, [LISTS[kind], Number(place)])
  if (name === null) return kind === 'flow' ? flowNamed(document, path) : null
  const inside = insideOf(document, [LISTS[kind], Number(place)], rest)
  if (inside !== null && kind === 'vpc') return thingId('subnet', `${name}/${inside}`)
  return inside !== null ? thingId('firewall', inside) : thingId(kind, name)
}

/**
 * Where in the document it is written what an issue is about: `flow.to` and `flows.NAME.flow.to` lead
 * to the field of that flow, `flows.2.to`; `chosen` is the name of the flow that is sent.
 */
export function writtenPath(document: ScenarioDocument, path: string, chosen: string): string {
  const { flows } = document
  const i = flows.findIndex(({ name }) => path.startsWith(`flows.${name}.flow.`))
  const flow = flows[i]
  if (flow) return `flows.${i}.${path.slice(`flows.${flow.name}.flow.`.length)}`
  const sent = flows.findIndex(({ name }) => name === chosen)
  return sent >= 0 && path.startsWith('flow.') ? `flows.${sent}.${path.slice(5)}` : path
}

/** The subnet or the firewall that the path goes on into. */
function insideOf(
  document: ScenarioDocument,
  home: readonly (string | number)[],
  [part, place]: readonly string[],
): string | null {
  if (part === 'subnets' && place !== undefined) {
    return nameAt(document, [...home, part, Number(place)])
  }
  return part === 'firewall' && home[0] === 'onPrem' ? nameAt(document, [...home, part]) : null
}

/** Names may have dots in them. */
const flowNamed = ({ flows }: ScenarioDocument, path: string): ThingId | null => {
  const flow = flows.find(({ name }) => path.startsWith(`flows.${name}.`))
  return flow ? thingId('flow', flow.name) : null
}

function nameAt(document: ScenarioDocument, path: readonly (string | number)[]): string | null {
  const name = valueAt(document, [...path, 'name'])
  return typeof name === 'string' ? name : null
}
