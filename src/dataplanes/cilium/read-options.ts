import { parseGoCidr } from '../../golang/go-cidr.ts'
import { quoteGo } from '../../golang/quote.ts'
import type { Cidr } from '../../net/cidr.ts'
import { err, ok, type Result } from '../../net/result.ts'
import type { CiliumOptions, WrittenOptions } from './options.ts'

/** In the agent's own words; `options`: those to blame, the first that is written is shown. */
export interface OptionError {
  readonly text: string
  readonly options: readonly string[]
}

/**
 * Texts to values with the agent's defaults. A text that is no boolean counts as false, silently.
 * Sources: cilium/cilium pkg/option/config.go, Populate; spf13/cast, ToBool.
 */
export function readOptions(written: WrittenOptions): Result<CiliumOptions, OptionError> {
  const text = (name: string, absent = ''): string => written.get(name)?.text ?? absent
  const flag = (name: string, absent: boolean): boolean =>
    written.has(name) ? TRUE.has(text(name)) : absent
  const mode = text('routing-mode', text('tunnel') === 'disabled' ? 'native' : 'tunnel')
  if (mode !== 'native' && mode !== 'tunnel') {
    const error = `invalid routing mode ${quoteGo(mode)}, valid modes = {"tunnel", "native"}`
    return err({ text: error, options: ['routing-mode'] })
  }
  const native4 = readNative(text('ipv4-native-routing-cidr'), 4)
  if (!native4.ok) return native4
  const native6 = readNative(text('ipv6-native-routing-cidr'), 6)
  if (!native6.ok) return native6
  return ok({
    ipv4: flag('enable-ipv4', true),
    ipv6: flag('enable-ipv6', false),
    masquerade4: flag('enable-ipv4-masquerade', flag('masquerade', true)),
    masquerade6: flag('enable-ipv6-masquerade', true),
    bpfMasquerade: flag('enable-bpf-masquerade', false),
    tunnel: mode === 'tunnel',
    native4: native4.value,
    native6: native6.value,
    ipam: text('ipam', 'cluster-pool'),
    egressInterfaces: text('egress-masquerade-interfaces'),
    devices: text('devices')
      .split(/[\s,]+/)
      .filter((name) => name !== ''),
    ipMasqAgent: flag('enable-ip-masq-agent', false),
    routeSource: flag('enable-masquerade-to-route-source', false),
    randomFully: flag('iptables-random-fully', false),
    remoteNodeMasquerade: flag('enable-remote-node-masquerade', false),
    onlyDefaultPool: flag('only-masquerade-default-pool', false),
    egressGateway: flag('enable-egress-gateway', flag('enable-ipv4-egress-gateway', false)),
    sctp: flag('enable-sctp', false),
    endpointRoutes: flag('enable-endpoint-routes', false),
    nodePortMax: lastPort(text('node-port-range')),
  })
}

/** What Go's `strconv.ParseBool` takes for true. */
const TRUE = new Set(['1', 't', 'T', 'true', 'TRUE', 'True'])

/** What is no boolean to Go, and therefore off. */
export const isNoBool = (text: string): boolean =>
  !TRUE.has(text) && !['0', 'f', 'F', 'false', 'FALSE', 'False', ''].includes(text)

function readNative(text: string, family: 4 | 6): Result<Cidr | null, OptionError> {
  const option = `ipv${family}-native-routing-cidr`
  if (text === '') return ok(null)
  const read = parseGoCidr(text)
  if (!read.ok) return err({ text: `Unable to parse CIDR '${text}'`, options: [option] })
  if (read.value.network.base.family === family) return ok(read.value.network)
  return err({ text: `${option} must be an IPv${family} CIDR`, options: [option] })
}

/** `30000,32767`; that is also the default. */
function lastPort(range: string): number {
  const last = Number(range.split(/[,-]/)[1])
  return Number.isInteger(last) && last > 0 && last < 65535 ? last : 32767
}
