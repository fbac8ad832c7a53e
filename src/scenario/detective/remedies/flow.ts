import type { Generator } from '../remedy.ts'

/**
 * Half of a connection is remembered with the rules of its first packet, and a client that tries the
 * same port again meets it again. Source: Linux, nf_nat_core.c; measured.
 */
export const freshSourcePort: Generator = ({ state: { flow }, trace }) => {
  if (!flow.existing) return []
  const used = trace.forward.hops[0].after.sport
  const sourcePort = used?.kind === 'exact' && used.port < 65535 ? used.port + 1 : 40013
  return [
    [
      {
        code: 'fresh-source-port',
        at: trace.forward.hops[0].place,
        params: { port: String(sourcePort) },
        edit: { to: 'flow', sourcePort },
        notes: [],
      },
    ],
  ]
}
