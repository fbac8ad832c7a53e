import { formatAddress } from '../../net/address.ts'
import type { Topology } from '../../topology/topology.ts'
import type { ScenarioDocument } from '../document.ts'
import type { FlowSpec } from '../state.ts'

/** A flow that might be sent; `declared`: the name of the scenario's own. */
export interface PossibleFlow {
  readonly spec: FlowSpec
  readonly declared: string | null
}

/** More than this are drawn evenly from all there are. */
const MOST = 600

/**
 * The scenario's own flows; every Pod and node to every host, Service and class of destination; and
 * every host to a Pod, since packets come in as well.
 */
export function everyFlow(
  topology: Topology,
  { flows }: ScenarioDocument,
): readonly PossibleFlow[] {
  const { pods, nodes, endpoints } = topology
  const own = [...pods, ...nodes].map(({ name }) => name)
  const there = destinations(topology)
  const out = own.flatMap((from) =>
    there.filter(({ to }) => to !== from).map((target) => ({ from, ...target })),
  )
  const first = pods.find(({ hostNetwork }) => !hostNetwork)?.name
  const into =
    first === undefined ? [] : endpoints.map(({ name }) => ({ from: name, to: first, port: 443 }))
  const thought = evenly([...out, ...into], MOST).map(
    (flow): PossibleFlow => ({
      spec: { name: `${flow.from} ${flow.to}`, protocol: 'tcp', ...flow },
      declared: null,
    }),
  )
  return [...flows.map((spec) => ({ spec, declared: spec.name })), ...thought]
}

type Target = Pick<FlowSpec, 'to' | 'port'>

function destinations(topology: Topology): readonly Target[] {
  const { endpoints, services, metadataServer, nodes, pods } = topology
  const knowsInternet = endpoints.some(({ at }) => at === 'internet')
  return [
    ...endpoints.map(({ name, ports }) => ({ to: name, port: ports?.[0] ?? 443 })),
    ...services.map(({ name }) => ({ to: name })),
    ...(knowsInternet ? [] : [{ to: '8.8.8.8', port: 443 }]),
    ...(metadataServer ? [{ to: formatAddress(metadataServer), port: 80 }] : []),
    ...firstOfEach(nodes, ({ cluster }) => cluster).map(({ name }) => ({ to: name, port: 10250 })),
    ...firstOfEach(pods, ({ node }) => node)
      .slice(0, MOST_CLASSES)
      .map(({ name }) => ({ to: name, port: 8080 })),
  ]
}

const MOST_CLASSES = 4

/** Two of each kind, so that each has another one. */
function firstOfEach<T>(list: readonly T[], kindOf: (item: T) => string): readonly T[] {
  const counts = new Map<string, number>()
  return list.filter((item) => {
    const count = (counts.get(kindOf(item)) ?? 0) + 1
    counts.set(kindOf(item), count)
    return count <= 2
  })
}

function evenly<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list
  const step = list.length / most
  return Array.from({ length: most }, (_, i) => list[Math.floor(i * step)]).filter(
    (item) => item !== undefined,
  )
}
