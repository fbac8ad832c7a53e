import type { Chain, PortRange } from '../../engine/rule.ts'
import type { Family } from '../../net/address.ts'
import { PROTOCOLS } from '../../net/protocol.ts'
import type { TablePart } from '../write-rules.ts'
import { bpfStandIn } from './bpf-program.ts'
import {
  type FelixRule,
  jumpTo,
  labelled,
  leavesBy,
  markIs,
  masquerade,
  protocolNumberIs,
  sourceOfAnotherInterface,
} from './felix-rule.ts'
import type { NodeCalico } from './node-calico.ts'
import { outgoingRules } from './outgoing-rules.ts'

/**
 * What Felix keeps in table nat of one family. In eBPF mode only what follows routing is left.
 * Source: projectcalico/calico v3.32.1, felix/rules/static.go, StaticNATTableChains;
 * felix/dataplane/linux/int_dataplane.go, setUpIptablesNormal and setUpIptablesBPF.
 */
export function natChains(calico: NodeCalico, family: Family): TablePart {
  const prefix = `calico${family}`
  const chain = (name: string, rules: readonly FelixRule[]): Chain => ({
    name,
    policy: null,
    rules: labelled({ chain: name, prefix }, rules),
  })
  const entry = (hook: 'PREROUTING' | 'OUTPUT' | 'POSTROUTING', last: boolean) => {
    const at = last || calico.felix.chainInsertMode?.value === 'append' ? 'last' : 'first'
    const seed = last ? `${hook}*appends*` : hook
    const jump = { match: [], action: jumpTo(`cali-${hook}`), origin: { code: 'entry' } }
    return { hook, at, rules: labelled({ chain: hook, seed, prefix }, [jump]) } as const
  }
  const after = [
    chain('cali-fip-snat', []),
    chain('cali-nat-outgoing', outgoingRules(calico, family)),
    chain('cali-POSTROUTING', afterRouting(calico, family)),
  ]
  if (calico.bpf) {
    const program = bpfStandIn(calico, family)
    return {
      chains: [...after, ...program.chains],
      hooked: [entry('POSTROUTING', false), ...program.hooked],
    }
  }
  return {
    chains: [
      ...after,
      chain('cali-fip-dnat', []),
      chain('cali-PREROUTING', [floatingIps('cali-fip-dnat')]),
      chain('cali-OUTPUT', [floatingIps('cali-fip-dnat')]),
    ],
    hooked: [
      entry('PREROUTING', false),
      entry('OUTPUT', false),
      entry('POSTROUTING', calico.profile.entryLast),
    ],
  }
}

const floatingIps = (chain: string): FelixRule => ({
  match: [],
  action: jumpTo(chain),
  origin: { code: 'floating-ips' },
})

/** Source: felix/rules/static.go, StaticNATPostroutingChains. */
function afterRouting(calico: NodeCalico, family: Family): readonly FelixRule[] {
  const loopback: FelixRule = {
    comment: 'BPF loopback SNAT',
    match: [markIs(LOOPBACK_MARK)],
    action: masquerade(null),
    origin: { code: 'bpf-loopback' },
  }
  const devices = calico.bpf && !calico.profile.bpfTunnels ? [] : calico.tunnels.devices[family]
  return [
    ...(calico.bpf ? [loopback] : []),
    floatingIps('cali-fip-snat'),
    { match: [], action: jumpTo('cali-nat-outgoing'), origin: { code: 'to-nat-outgoing' } },
    ...devices.flatMap((device) => intoTunnel(calico, family, device)),
  ]
}

/** Source: felix/bpf/tc/defs/defs.go, MarkSeenMASQ. */
const LOOPBACK_MARK = { value: 0x3600000, mask: 0x3f00000 }

function intoTunnel(
  { profile, tunnels }: NodeCalico,
  family: Family,
  device: string,
): readonly FelixRule[] {
  const match = [leavesBy(device), sourceOfAnotherInterface]
  const all = { match, action: masquerade(null), origin: { code: 'tunnel-source' } }
  const port = tunnels.vxlanPort[family]
  if (!profile.sparesVxlanPort || port === null) return [all]
  const udp = {
    match: [protocolNumberIs(PROTOCOLS.udp), ...match],
    action: masquerade(portsBeside(port)),
    origin: { code: 'tunnel-source-udp' },
  }
  return [udp, all]
}

/** The wider side of a port. Source: felix/rules/static.go at 87c15906f2, masqPortRangeExcluding. */
const portsBeside = (port: number): PortRange =>
  port - 1024 >= 65535 - port ? { lo: 1024, hi: port - 1 } : { lo: port + 1, hi: 65535 }
