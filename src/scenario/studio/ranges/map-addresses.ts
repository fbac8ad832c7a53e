import type { ScenarioDocument } from '../../document.ts'

type Change = (address: string) => string

/** The document with every address that something has changed; ranges, rules and flows stay. */
export function mapAddresses(document: ScenarioDocument, change: Change): ScenarioDocument {
  const { nodes, pods, endpoints, services, cloudNats } = document
  const all = (addresses: readonly string[]) => addresses.map(change)
  return {
    ...document,
    nodes: nodes.map((node) => ({
      ...node,
      address: change(node.address),
      ...changed(node, 'address6', change),
      ...changed(node, 'externalAddress', change),
      interfaces: node.interfaces.map((each) => ({ ...each, addresses: all(each.addresses) })),
    })),
    pods: pods.map((pod) => ({ ...pod, addresses: all(pod.addresses) })),
    endpoints: endpoints.map((host) => ({
      ...host,
      address: change(host.address),
      ...changed(host, 'externalAddress', change),
      ...(host.forwards
        ? { forwards: { ...host.forwards, ...changed(host.forwards, 'natAddress', change) } }
        : {}),
    })),
    ...(services
      ? {
          services: services.map((service) => ({
            ...service,
            clusterIPs: all(service.clusterIPs),
            loadBalancerIPs: all(service.loadBalancerIPs),
          })),
        }
      : {}),
    ...(cloudNats
      ? { cloudNats: cloudNats.map((nat) => ({ ...nat, addresses: all(nat.addresses) })) }
      : {}),
  }
}

const changed = <K extends string>(
  holder: Readonly<Partial<Record<K, string | undefined>>>,
  key: K,
  change: Change,
): Partial<Record<K, string>> => {
  const address = holder[key]
  return address === undefined ? {} : ({ [key]: change(address) } as Record<K, string>)
}
