import { PROTOCOLS } from '../net/protocol.ts'
import type { Pod, Service, ServiceEndpoint } from '../topology/cluster.ts'
import type { ScenarioDocument } from './document.ts'
import type { FieldReader } from './field-reader.ts'

type Written = NonNullable<ScenarioDocument['services']>[number]

const NUMBERS = { TCP: PROTOCOLS.tcp, UDP: PROTOCOLS.udp, SCTP: PROTOCOLS.sctp } as const

/** Services with their endpoints resolved: Pods by name, others by address. */
export const readServices = (
  read: FieldReader,
  { services = [], clusters }: ScenarioDocument,
  pods: readonly Pod[],
): readonly Service[] =>
  services.map((service, i) => {
    const path = `services.${i}`
    const { name, namespace, type, externalTrafficPolicy, internalTrafficPolicy } = service
    const addresses = (field: 'clusterIPs' | 'loadBalancerIPs') =>
      service[field].map((text, j) => read.address(`${path}.${field}.${j}`, text))
    return {
      name,
      cluster: service.cluster ?? clusters[0]?.name ?? '',
      namespace,
      type,
      externalTrafficPolicy,
      internalTrafficPolicy,
      clusterIps: addresses('clusterIPs'),
      loadBalancerIps: addresses('loadBalancerIPs'),
      ports: service.ports.map(readPort),
      endpoints: service.endpoints.flatMap((text, j) =>
        readEndpoint(read, `${path}.endpoints.${j}`, text, pods),
      ),
    }
  })

const readPort = (
  { name, protocol, port, targetPort, nodePort }: Written['ports'][number],
  i: number,
): Service['ports'][number] => ({
  name: name ?? (i === 0 ? '' : String(port)),
  protocol: NUMBERS[protocol],
  port,
  targetPort: targetPort ?? port,
  nodePort: nodePort ?? null,
})

function readEndpoint(
  read: FieldReader,
  path: string,
  text: string,
  pods: readonly Pod[],
): readonly ServiceEndpoint[] {
  const pod = pods.find(({ name }) => name === text)
  if (pod) return pod.addresses.map((address) => ({ address, node: pod.node }))
  return [{ address: read.address(path, text), node: null }]
}
