import { printJson } from '../../golang/json/print-json.ts'
import type { Located } from '../../golang/json/value.ts'
import { memberOf } from '../manifests/json-path.ts'

/** An option that Helm's values stand for. */
export interface HelmOption {
  readonly name: string
  readonly text: string
  readonly at: Located
}

/** Values of the chart, by their paths, and the options that its template writes. */
const OPTIONS: Readonly<Record<string, string>> = {
  enableIPv4Masquerade: 'enable-ipv4-masquerade',
  enableIPv6Masquerade: 'enable-ipv6-masquerade',
  enableMasqueradeRouteSource: 'enable-masquerade-to-route-source',
  'bpf.masquerade': 'enable-bpf-masquerade',
  ipv4NativeRoutingCIDR: 'ipv4-native-routing-cidr',
  ipv6NativeRoutingCIDR: 'ipv6-native-routing-cidr',
  routingMode: 'routing-mode',
  tunnel: 'tunnel',
  egressMasqueradeInterfaces: 'egress-masquerade-interfaces',
  devices: 'devices',
  'ipMasqAgent.enabled': 'enable-ip-masq-agent',
  'ipam.mode': 'ipam',
  'ipv4.enabled': 'enable-ipv4',
  'ipv6.enabled': 'enable-ipv6',
  'egressGateway.enabled': 'enable-ipv4-egress-gateway',
  'sctp.enabled': 'enable-sctp',
  'nodePort.range': 'node-port-range',
  'endpointRoutes.enabled': 'enable-endpoint-routes',
  iptablesRandomFully: 'iptables-random-fully',
}

const at = (root: Located, path: string): Located | null =>
  path
    .split('.')
    .reduce<Located | null>((node, key) => (node && memberOf(node, key)?.at) ?? null, root)

/** A document without `kind` of which a key is one of the chart's. */
export const isHelmValues = (root: Located): boolean =>
  memberOf(root, 'kind') === null &&
  ['ipMasqAgent', 'extraConfig', ...Object.keys(OPTIONS)].some((path) => at(root, path) !== null)

/** Source: cilium/cilium install/kubernetes/cilium/templates/cilium-configmap.yaml. */
export function helmOptions(root: Located): readonly HelmOption[] {
  const own = Object.entries(OPTIONS).flatMap(([path, name]) => option(name, at(root, path)))
  const extra = at(root, 'extraConfig')?.value
  const others = extra?.kind === 'object' ? extra.members : []
  return [...own, ...others.flatMap((member) => option(member.key, member.at))]
}

/** What the chart makes the file of the agent's ConfigMap from; null where it makes none. */
export const helmMasqConfig = (root: Located): Located | null => {
  const config = at(root, 'ipMasqAgent.config')
  return config && config.value.kind !== 'null' ? config : null
}

function option(name: string, found: Located | null): readonly HelmOption[] {
  if (found === null || found.value.kind === 'null') return []
  return [{ name, text: textOf(found), at: found }]
}

function textOf({ value }: Located): string {
  if (value.kind === 'string') return value.value
  if (value.kind === 'array') return value.items.map(textOf).join(' ')
  return printJson(value)
}
