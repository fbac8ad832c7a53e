import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** What kube-proxy calls the port of a Service: `default/web:http`, `default/web` where it has no name. */
export const portName = (
  service: {
    readonly namespace: string
    readonly name: string
  },
  port: string,
): string => `${service.namespace}/${service.name}${port === '' ? '' : `:${port}`}`

export type ServiceChain = 'KUBE-SVC' | 'KUBE-SVL' | 'KUBE-EXT'

/** Source: kubernetes, pkg/proxy/iptables/proxier.go, servicePortPolicyClusterChain and the others. */
export const serviceChain = (kind: ServiceChain, port: string, protocol: string): string =>
  `${kind}-${hash(port + protocol)}`

/** Source: kubernetes, pkg/proxy/iptables/proxier.go, servicePortEndpointChainName. */
export const endpointChain = (port: string, protocol: string, endpoint: string): string =>
  `KUBE-SEP-${hash(port + protocol + endpoint)}`

/** The first 16 of the hash's base32 digits: chain names may have 28 characters. */
function hash(text: string): string {
  const bits = Array.from(sha256(utf8ToBytes(text)).subarray(0, 10), (byte) =>
    byte.toString(2).padStart(8, '0'),
  ).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => BASE32[Number.parseInt(five, 2)]).join('')
}

/** Source: RFC 4648, 6. */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
