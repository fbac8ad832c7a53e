import type { Header, PortSeen, Symptom } from '../../engine/trace.ts'

/** What a tool is asked, and what it answers. */
export interface ToolPrint {
  readonly command: string
  readonly output: string
}

/**
 * What the usual tools print of a drop. Sources: curl 7.88, asked; Chromium's error codes, OpenBSD netcat
 * 1.219, iputils 2022 and dig 9.18 from memory, unverified. Nothing where no tool says more than the symptom does.
 */
export function toolPrints(
  symptom: Symptom,
  { protocol, dst, dport }: Header,
): readonly ToolPrint[] {
  const port = exact(dport)
  if (protocol === 'tcp' && port !== null) return ofConnection(symptom, dst, port)
  if (protocol === 'udp' && port === 53) return [ofQuestion(symptom, dst)]
  if (protocol.startsWith('icmp') && symptom === 'time-out') return [ofEcho(dst)]
  return []
}

const exact = (port: PortSeen | undefined): number | null =>
  port?.kind === 'exact' ? port.port : null

function ofConnection(symptom: Symptom, dst: string, port: number): readonly ToolPrint[] {
  const host = dst.includes(':') ? `[${dst}]` : dst
  const url = port === 443 ? `https://${host}/` : `http://${host}${port === 80 ? '' : `:${port}`}/`
  const failed = `Failed to connect to ${dst} port ${port} after`
  const connect = `nc: connect to ${dst} port ${port} (tcp) failed:`
  return symptom === 'time-out'
    ? [
        {
          command: `curl --connect-timeout 3 ${url}`,
          output: `curl: (28) ${failed} 3000 ms: Timeout was reached`,
        },
        { command: `nc -vz ${dst} ${port}`, output: `${connect} Connection timed out` },
        { command: url, output: 'ERR_CONNECTION_TIMED_OUT' },
      ]
    : [
        { command: `curl ${url}`, output: `curl: (7) ${failed} 0 ms: Couldn't connect to server` },
        { command: `nc -vz ${dst} ${port}`, output: `${connect} Connection refused` },
        { command: url, output: 'ERR_CONNECTION_REFUSED' },
      ]
}

const ofQuestion = (symptom: Symptom, dst: string): ToolPrint => ({
  command: `dig @${dst} example.com`,
  output: `;; communications error to ${dst}#53: ${symptom === 'time-out' ? 'timed out' : 'connection refused'}`,
})

const ofEcho = (dst: string): ToolPrint => ({
  command: `ping -c 3 ${dst}`,
  output: '3 packets transmitted, 0 received, 100% packet loss',
})
