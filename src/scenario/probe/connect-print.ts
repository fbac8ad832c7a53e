import type { Header, Trace } from '../../engine/trace.ts'
import { serviceName } from '../../iptables/names/services.ts'
import type { Topology } from '../../topology/topology.ts'
import type { FlowSpec } from '../state.ts'
import type { ClusterCheck } from './cluster-checks.ts'

/**
 * The connection itself, from where the flow begins. Source of what it prints: OpenBSD netcat 1.219 and
 * iputils 2022, by their sources.
 */
export function connectPrint(topology: Topology, { from }: FlowSpec, trace: Trace): ClusterCheck {
  const { after } = trace.forward.hops[0]
  const { command, prints } = attempt(after, trace)
  const code = 'connect'
  const pod = topology.pods.find(({ name }) => name === from)
  if (pod) {
    const place = pod.namespace === 'default' ? '' : `-n ${pod.namespace} `
    const typed = `kubectl exec ${place}${from} -- ${command}`
    return { code, on: { kind: 'workstation', name: from }, command: typed, typed, prints }
  }
  const kind = topology.nodes.some(({ name }) => name === from) ? 'node' : 'host'
  return { code, on: { kind, name: from }, command, typed: command, prints }
}
interface Printed {
  readonly command: string
  readonly prints: readonly string[]
}

function attempt({ dst, dport, protocol }: Header, { outcome }: Trace): Printed {
  const port = dport?.kind === 'exact' ? dport.port : null
  const arrives = outcome.kind === 'delivered'
  if (port === null || (protocol !== 'tcp' && protocol !== 'udp')) {
    const received = arrives ? '3 received, 0%' : '0 received, 100%'
    return {
      command: `ping -c 3 ${dst}`,
      prints: [`3 packets transmitted, ${received} packet loss`],
    }
  }
  const command = protocol === 'udp' ? `nc -vzu ${dst} ${port}` : `nc -vz ${dst} ${port}`
  const service = serviceName(port, protocol) ?? '*'
  // A datagram that nobody refuses counts as sent.
  const told = arrives || (protocol === 'udp' && outcome.symptom !== 'reset')
  const refusal = outcome.symptom === 'reset' ? 'Connection refused' : 'Connection timed out'
  return {
    command,
    prints: told
      ? [`Connection to ${dst} ${port} port [${protocol}/${service}] succeeded!`]
      : [`nc: connect to ${dst} port ${port} (${protocol}) failed: ${refusal}`],
  }
}
