import { PROTOCOLS } from '../net/protocol.ts'
import type { Pod, Service, ServiceEndpoint } from '../topology/cluster.ts'
import type { Written } from './entries.ts'
import { namesOf, type Reading } from './read-clusters.ts'

const NUMBERS = { TCP: PROTOCOLS.tcp, UDP: PROTOCOLS.udp, SCTP: PROTOCOLS.sctp } as const

/** Services with their endpoints resolved: Pods by name, others by address. */
export const readServices = (reading: Reading, pods: readonly Pod[]): readonly Service[] =>
  reading.entries('services', reading.document.services).map(({ written: service, path }) => {
    const { read, document } = reading
    const { name, namespace, type, externalTrafficPolicy, internalTrafficPolicy } = service
    const { cluster } = service
    const known = namesOf(document.clusters)
    const isKnown = cluster === undefined || read.known(`${path}.cluster`, cluster, known)
    return {
      name,
      cluster: isKnown ? (cluster ?? known[0] ?? '') : '',
      namespace,
      type,
      externalTrafficPolicy,
      internalTrafficPolicy,
      clusterIps: read.addresses(`${path}.clusterIPs`, service.clusterIPs),
      loadBalancerIps: read.addresses(`${path}.loadBalancerIPs`, service.loadBalancerIPs),
      ports: service.ports.map(readPort),
      endpoints: service.endpoints.flatMap((text, j) =>
        readEndpoint(reading, `${path}.endpoints.${j}`, text, pods),
      ),
    }
  })

const readPort = (
  { name, protocol, port, targetPort, nodePort }: Written<'services'>['ports'][number],
  i: number,
): Service['ports'][number] => ({
  name: name ?? (i === 0 ? '' : String(port)),
  protocol: NUMBERS[protocol],
  port,
  targetPort: targetPort ?? port,
  nodePort: nodePort ?? null,
})

/** No address begins with a letter and has no colon. */
const NAME = /^[a-z][-a-z0-9.]*$/i

/** A Pod of which too little can be read serves nobody. */
function readEndpoint(
  { read, document }: Reading,
  path: string,
  text: string,
  pods: readonly Pod[],
): readonly ServiceEndpoint[] {
  const pod = pods.find(({ name }) => name === text)
  if (pod) return pod.addresses.map((address) => ({ address, node: pod.node }))
  if (document.pods.some(({ name }) => name === text)) return []
  if (NAME.test(text)) {
    read.known(path, text, [])
    return []
  }
  const address = read.address(path, text)
  return address ? [{ address, node: null }] : []
}
