import type { Reason } from './reason.ts'
import type { Symptom } from './trace.ts'

/**
 * What whoever connects is told of a drop. A host that has nobody on the port answers with a reset, and
 * so does kube-proxy's REJECT for a Service without endpoints, as an ICMP error that connect() reports
 * at once; a firewall does where it is set to reject. Source: Linux, tcp_v4_send_reset and ipt_REJECT.
 */
export function symptomOf(reason: Reason): Symptom {
  if (reason.code === 'dropped-far-firewall') return reason.rejects ? 'reset' : 'time-out'
  return reason.code === 'dropped-port-closed' || reason.code === 'refused-no-endpoints'
    ? 'reset'
    : 'time-out'
}
