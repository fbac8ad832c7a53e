import type { EgressProgram } from '../../engine/program.ts'
import { printProgram } from '../../iptables/print-program.ts'
import { compareAddresses, type Family, formatAddress } from '../../net/address.ts'
import { formatCidr } from '../../net/cidr.ts'
import type { Printout } from '../dataplane.ts'
import type { EgressEntry } from './egress-map.ts'
import { formatEgressIp } from './egress-policy.ts'
import { exclusion, type NodeCilium, nativeDevices } from './node-cilium.ts'
import { masquerades } from './options.ts'

/** What Cilium's own commands print on a node, as far as it decides on sources. */
export function printouts(
  cilium: NodeCilium,
  programs: readonly EgressProgram[],
): readonly Printout[] {
  const { options, masq, egress } = cilium
  return [
    { command: 'cilium status | grep Masquerading', text: statusLine(cilium) },
    ...nativeRange(cilium),
    ...(options.ipMasqAgent && masq
      ? [{ command: 'cilium bpf ipmasq list', text: masqList(cilium) }]
      : []),
    ...(options.egressGateway
      ? [{ command: 'cilium bpf egress list', text: egressList(cilium, egress) }]
      : []),
    ...programs.map((program) => ({
      command: `${program.name} (${program.devices.join(', ')}, IPv${program.family})`,
      text: printProgram(program),
    })),
  ]
}

/**
 * Of the ConfigMap as Cilium's command line shows it. Its columns stand four spaces apart; keys that are
 * longer than this one push the second to the right. Source: cilium/cilium cilium-cli/config/config.go.
 */
const nativeRange = ({ options: { native4 } }: NodeCilium): readonly Printout[] =>
  native4 === null
    ? []
    : [
        {
          command: 'cilium config view | grep ipv4-native-routing-cidr',
          text: `ipv4-native-routing-cidr    ${formatCidr(native4)}\n`,
        },
      ]

/** Source: cilium/cilium pkg/client/client.go, FormatStatusResponse. */
export function statusLine(cilium: NodeCilium): string {
  const { options } = cilium
  if (!masquerades(options, 4) && !masquerades(options, 6)) return 'Masquerading:   Disabled\n'
  const state = (family: Family): string => (masquerades(options, family) ? 'Enabled' : 'Disabled')
  const families = `[IPv4: ${state(4)}, IPv6: ${state(6)}]`
  if (!options.bpfMasquerade) return `Masquerading:   IPTables ${families}\n`
  const mode = options.ipMasqAgent ? 'BPF (ip-masq-agent)' : 'BPF'
  const devices = nativeDevices(cilium).map(({ name }) => name)
  const kept = ([4, 6] as const).flatMap((family) => {
    const range = masquerades(options, family) ? exclusion(cilium, family) : null
    return range ? [formatCidr(range)] : []
  })
  return `Masquerading:   ${mode}   [${devices.join(', ')}]  ${[...kept, families].join(' ')}\n`
}

/** Both maps, the one of IPv4 first. Which order the kernel lists an LPM trie in is not promised. */
function masqList({ masq, options }: NodeCilium): string {
  const prefixes = (masq?.entries ?? [])
    .map(({ cidr }) => cidr)
    .filter(({ base }) => masquerades(options, base.family))
    .toSorted((a, b) => compareAddresses(a.base, b.base) || a.prefix - b.prefix)
    .map(formatCidr)
  return ['IP PREFIX/ADDRESS', ...new Set(prefixes), ''].join('\n')
}

/** Source: cilium/cilium cilium-dbg/cmd/bpf_egress_list.go. */
function egressList({ node }: NodeCilium, entries: readonly EgressEntry[]): string {
  const rows = entries.map(({ source, destination, gateway }) => {
    const here = gateway?.node?.name === node.name
    return [
      formatAddress(source),
      formatCidr(destination),
      formatEgressIp(here ? gateway.address : null),
      gatewayText(gateway),
    ]
  })
  const head = ['Source IP', 'Destination CIDR', 'Egress IP', 'Gateway IP']
  const widths = head.map((text, i) =>
    Math.max(...[text, ...rows.map((row) => row[i] ?? '')].map(({ length }) => length)),
  )
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell, i) => cell.padEnd((widths[i] ?? 0) + 3)).join('')}`.trimEnd()
  return [line(head), ...rows.map(line), ''].join('\n')
}

function gatewayText(gateway: EgressEntry['gateway']): string {
  if (!gateway) return 'Excluded CIDR'
  return gateway.node ? formatAddress(gateway.node.address) : 'Not Found'
}
