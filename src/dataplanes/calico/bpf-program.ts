import type { Family } from '../../net/address.ts'
import type { TablePart } from '../write-rules.ts'
import type { NodeCalico } from './node-calico.ts'
import { betweenPools } from './outgoing-rules.ts'

/**
 * What stands in table nat for the eBPF program at a Pod's interface, which marks packets before
 * iptables sees them: a chain that nobody finds on a node. It decides by routes whose flags say what
 * the two sets say, and by the destination behind a Service, hence after routing.
 * Source: projectcalico/calico v3.32.1, felix/bpf-gpl/tc.c, CALI_ST_NAT_OUTGOING; felix/bpf-gpl/routes.h.
 */
export function bpfStandIn(calico: NodeCalico, family: Family): TablePart {
  const id = `calico${family}/${CHAIN}`
  const origin = { code: 'bpf-program' }
  const { value, mask } = calico.profile.natMark
  return {
    chains: [
      {
        name: CHAIN,
        policy: null,
        rules: [
          {
            id: `${id}/1`,
            base: {},
            matches: betweenPools(calico, family).flatMap(({ matches = [] }) => matches),
            target: { kind: 'mark', value, mask },
            origin,
          },
        ],
      },
    ],
    hooked: [
      {
        hook: 'POSTROUTING',
        at: 'first',
        rules: [
          {
            id,
            base: {},
            matches: [],
            target: { kind: 'jump', chain: CHAIN },
            origin: { code: 'bpf-entry' },
          },
        ],
      },
    ],
  }
}

const CHAIN = 'eBPF-program'
