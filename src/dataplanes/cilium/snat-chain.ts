import type { ProgramSnat, ProgramTarget } from '../../engine/program.ts'
import type { Match } from '../../engine/rule.ts'
import { type Address, formatAddress } from '../../net/address.ts'
import { PROTOCOLS } from '../../net/protocol.ts'
import type { Condition } from './bpf-program.ts'
import type { NodeCilium } from './node-cilium.ts'

export const snatChainName = (to: Address): string => `snat_v${to.family}_nat ${formatAddress(to)}`

/**
 * What becomes of a packet that is to have this source: by protocol, and by type of ICMP.
 * Source: cilium/cilium bpf/lib/nat.h, `snat_v4_nat`, `snat_v6_nat`, v1.16; bpf/lib/drop_reasons.h.
 */
export function snatChain({ options }: NodeCilium, to: Address): readonly Condition[] {
  const ports = { lo: options.nodePortMax + 1, hi: 65535 }
  const translate: ProgramSnat = { kind: 'snat', to, ports, exhausted: NO_MAPPING }
  const any: ProgramSnat = { ...translate, ports: { lo: 0, hi: 65535 } }
  const icmp = to.family === 4 ? ICMP : ICMP6
  const only = (number: number) => ({ protocol: { number, negated: false } })
  const ofType = (type: number, target: ProgramTarget, code: Condition['code']): Condition => ({
    base: only(icmp.protocol),
    matches: [typeIs(icmp.module, type)],
    target,
    code,
  })
  return [
    ofType(icmp.request, any, 'snat-echo'),
    ofType(icmp.reply, KEEP, 'icmp-reply'),
    ...icmp.errors.map((type) => ofType(type, KEEP, 'icmp-error')),
    {
      base: only(icmp.protocol),
      target: { kind: 'drop', text: 'Unsupported protocol for NAT masquerade' },
      code: 'icmp-unsupported',
    },
    { base: only(PROTOCOLS.tcp), target: translate, code: 'snat-ports' },
    { base: only(PROTOCOLS.udp), target: translate, code: 'snat-ports' },
    ...(options.sctp
      ? [
          {
            base: only(PROTOCOLS.sctp),
            target: { ...translate, unchangeable: 'Error while correcting L4 checksum' },
            code: 'snat-sctp',
          } as const,
        ]
      : []),
    { target: KEEP, code: 'other-protocol' },
  ]
}

const NO_MAPPING = 'No mapping for NAT masquerade'
const KEEP: ProgramTarget = { kind: 'keep' }

const ICMP = {
  protocol: PROTOCOLS.icmp,
  module: 'icmp',
  request: 8,
  reply: 0,
  errors: [3, 11],
} as const

const ICMP6 = {
  protocol: PROTOCOLS.icmpv6,
  module: 'icmp6',
  request: 128,
  reply: 129,
  errors: [1, 2, 3],
} as const

const typeIs = (module: 'icmp' | 'icmp6', type: number): Match => ({
  ...{ kind: 'icmp', module, type, code: { lo: 0, hi: 255 }, negated: false },
})
