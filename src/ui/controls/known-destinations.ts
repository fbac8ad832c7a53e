import type { ScenarioDocument } from '../../scenario/document.ts'
import { readDestination, writeDestination } from '../../scenario/read-destination.ts'
import type { FlowSpec } from '../../scenario/state.ts'

/** A destination of the scenario, as the field takes it, with the name it goes by. */
export interface KnownDestination {
  readonly text: string
  readonly name: string
}

/** What the scenario's own flows, Services and endpoints lead to, each once. */
export function knownDestinations(document: ScenarioDocument): readonly KnownDestination[] {
  const { endpoints, services = [] } = document
  const names = new Map([
    ...services.flatMap(({ clusterIPs, loadBalancerIPs, name }) =>
      [...clusterIPs, ...loadBalancerIPs].map((address): [string, string] => [address, name]),
    ),
    ...endpoints.map(({ address, name }): [string, string] => [address, name]),
  ])
  const texts = new Set<string>([
    ...document.flows.map(writeDestination),
    ...services.flatMap(({ clusterIPs, loadBalancerIPs, ports }) =>
      [...clusterIPs, ...loadBalancerIPs].flatMap((to) =>
        ports.map(({ port }) => writeDestination({ to, port })),
      ),
    ),
    ...endpoints.flatMap(({ address, ports }) =>
      (ports ?? [undefined]).map((port) => writeDestination({ to: address, port })),
    ),
  ])
  const seen = [...texts].map((text) => ({ text, to: readDestination(text).to }))
  return seen
    .filter(
      ({ text, to }) =>
        text !== to || !seen.some((other) => other.to === to && other.text !== text),
    )
    .map(({ text, to }) => ({ text, name: names.get(to) ?? '' }))
}

/** Who can send: the Pods first, then the nodes, then hosts outside the cluster. */
export interface KnownSender {
  readonly name: string
  readonly address: string
  readonly kind: 'pod' | 'node' | 'far'
}

export function knownSenders({ pods, nodes, endpoints }: ScenarioDocument): readonly KnownSender[] {
  const addresses = new Map(nodes.map(({ name, address }) => [name, address]))
  return [
    ...pods.map(({ name, node, addresses: own, hostNetwork }) => ({
      name,
      address: (hostNetwork ? undefined : own[0]) ?? addresses.get(node) ?? '',
      kind: hostNetwork ? ('node' as const) : ('pod' as const),
    })),
    ...nodes.map(({ name, address }) => ({ name, address, kind: 'node' as const })),
    ...endpoints.map(({ name, address }) => ({ name, address, kind: 'far' as const })),
  ]
}

/** What is written in the field to a flow; one that the scenario declares keeps its name. */
export function flowTo(document: ScenarioDocument, flow: Omit<FlowSpec, 'name'>): FlowSpec {
  const declared = document.flows.find(
    (known) =>
      known.from === flow.from &&
      known.to === flow.to &&
      known.protocol === flow.protocol &&
      known.port === flow.port &&
      known.icmpType === flow.icmpType &&
      known.sourceAddress === flow.sourceAddress &&
      known.existing === flow.existing,
  )
  return { ...flow, name: declared?.name ?? 'own' }
}
