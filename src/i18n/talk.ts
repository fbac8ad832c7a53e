import type { Talk } from './path-words.ts'

/**
 * How whoever sent it would notice.
 *
 * @param protocol as a `Header` has it
 * @param open it belongs to a connection that is already open
 */
export function talkOf(protocol: string, open: boolean): Talk {
  if (protocol === 'tcp' || protocol === 'sctp') return open ? 'open' : 'connect'
  return protocol.startsWith('icmp') ? 'echo' : 'datagram'
}
