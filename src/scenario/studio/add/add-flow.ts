import { ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import type { Issue } from '../../issue.ts'
import { freeWord, takenNames } from '../document/free-name.ts'
import { type Item, thingId, withItem } from '../document/lists.ts'
import type { Added } from './added.ts'

/** From one thing to another, by their names, to a port at which the far side answers. */
export function addFlow(
  document: ScenarioDocument,
  from: string,
  to: string,
): Result<Added, Issue> {
  const name = freeWord(takenNames(document), `${from}-to-${to}`)
  const port = portOf(document, to)
  const flow: Item<'flow'> = {
    name,
    from,
    to,
    protocol: 'tcp',
    ...(port === undefined ? {} : { port }),
  }
  return ok({ document: withItem(document, 'flow', flow), thing: thingId('flow', name) })
}

const portOf = (
  { endpoints, services = [], metadataServer }: ScenarioDocument,
  to: string,
): number | undefined =>
  endpoints.find(({ name }) => name === to)?.ports?.[0] ??
  services.find(({ name }) => name === to)?.ports[0]?.port ??
  (to === metadataServer ? 80 : undefined)

/** The endpoint that is farthest from the clusters; null where there is none. */
export function farthest(document: ScenarioDocument): string | null {
  const { endpoints, onPrem } = document
  const networks = new Set(onPrem.map(({ name }) => name))
  const ranks = [
    endpoints.find(({ at }) => networks.has(at)),
    endpoints.find(({ at }) => at === 'internet'),
    endpoints.find(({ kind }) => kind === 'psc'),
    endpoints[0],
  ]
  return ranks.find((endpoint) => endpoint !== undefined)?.name ?? null
}
