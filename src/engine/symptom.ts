import type { Reason } from './reason.ts'
import type { Symptom } from './trace.ts'

/**
 * What whoever connects is told of a drop. A host that has nobody on the port answers with a reset, and
 * so does kube-proxy's REJECT for a Service without endpoints, as an ICMP error that connect() reports
 * at once. Source: Linux, tcp_v4_send_reset and ipt_REJECT.
 */
export const symptomOf = ({ code }: Reason): Symptom =>
  code === 'dropped-port-closed' || code === 'refused-no-endpoints' ? 'reset' : 'time-out'
