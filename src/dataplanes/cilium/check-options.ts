import type { CiliumOptions } from './options.ts'
import type { OptionError } from './read-options.ts'

/**
 * Why an agent with these options does not start; null where it does. Sources: cilium/cilium
 * pkg/option/config.go, Validate; daemon/cmd/daemon.go; the words are those of v1.16.
 */
export function checkOptions(options: CiliumOptions): OptionError | null {
  return checkNativeRange(options) ?? checkBpf(options) ?? checkWithoutBpf(options)
}

function checkNativeRange(options: CiliumOptions): OptionError | null {
  const { tunnel, ipv4, masquerade4, native4, ipMasqAgent, ipam } = options
  const needed = !tunnel && ipv4 && masquerade4 && !ipMasqAgent && !CLOUD_IPAM.has(ipam)
  if (!needed || native4) return null
  return {
    text: `native routing cidr must be configured with option --ipv4-native-routing-cidr in combination with --enable-ipv4=true --enable-ipv4-masquerade=true --enable-ip-masq-agent=false --routing-mode=native --ipam=${ipam}`,
    options: ['ipv4-native-routing-cidr', 'routing-mode', 'tunnel'],
  }
}

/** Of these the agent learns the range from the cloud. */
const CLOUD_IPAM = new Set(['eni', 'alibabacloud'])

const anyMasquerade = ({ masquerade4, masquerade6 }: CiliumOptions): boolean =>
  masquerade4 || masquerade6

function checkBpf(options: CiliumOptions): OptionError | null {
  if (!options.bpfMasquerade || !anyMasquerade(options)) return null
  if (options.egressInterfaces !== '') {
    return {
      text: 'BPF masquerade does not allow to specify devices via --egress-masquerade-interfaces (use --devices instead)',
      options: ['egress-masquerade-interfaces'],
    }
  }
  if (!options.routeSource) return null
  return {
    text: 'BPF masquerading to route source (--enable-masquerade-to-route-source="true") currently not supported with BPF-based masquerading (--enable-bpf-masquerade="true")',
    options: ['enable-masquerade-to-route-source'],
  }
}

function checkWithoutBpf(options: CiliumOptions): OptionError | null {
  const { bpfMasquerade, masquerade4, ipMasqAgent, egressGateway } = options
  const both = bpfMasquerade && anyMasquerade(options)
  if (!both && ipMasqAgent) {
    return {
      text: 'BPF ip-masq-agent requires (--enable-ipv4-masquerade="true" or --enable-ipv6-masquerade="true") and --enable-bpf-masquerade="true"',
      options: ['enable-ip-masq-agent'],
    }
  }
  if (!both && bpfMasquerade) {
    return {
      text: 'BPF masquerade requires (--enable-ipv4-masquerade="true" or --enable-ipv6-masquerade="true")',
      options: ['enable-bpf-masquerade'],
    }
  }
  if (!egressGateway || (bpfMasquerade && masquerade4)) return null
  return {
    text: 'egress gateway requires --enable-ipv4-masquerade="true" and --enable-bpf-masquerade="true"',
    options: ['enable-egress-gateway', 'enable-ipv4-egress-gateway'],
  }
}
