import type { Setting, SettingControl, SettingValue } from '../setting.ts'
import type { CiliumSetting } from './codes.ts'

/** What one changes without typing YAML, where it stands in `cilium-config`. */
export const settings: readonly Setting[] = [
  option(
    'routing-mode',
    'routing-mode',
    { kind: 'choice', choices: ['native', 'tunnel'] },
    'tunnel',
    true,
  ),
  option('native-range', 'ipv4-native-routing-cidr', { kind: 'text' }, '', true),
  option('bpf-masquerade', 'enable-bpf-masquerade', { kind: 'switch' }, false, true),
  option('masquerade4', 'enable-ipv4-masquerade', { kind: 'switch' }, true),
  option('masquerade6', 'enable-ipv6-masquerade', { kind: 'switch' }, true),
  option('devices', 'devices', { kind: 'text' }, ''),
  option('egress-interfaces', 'egress-masquerade-interfaces', { kind: 'text' }, ''),
  option('ip-masq-agent', 'enable-ip-masq-agent', { kind: 'switch' }, false),
  file('kept-ranges', 'nonMasqueradeCIDRs', { kind: 'list' }, []),
  file('masq-link-local', 'masqLinkLocal', { kind: 'switch' }, false),
  option('remote-node-masquerade', 'enable-remote-node-masquerade', { kind: 'switch' }, false),
]

function option(
  key: CiliumSetting,
  name: string,
  control: SettingControl,
  absent: SettingValue,
  prominent = false,
): Setting {
  const manifest = { kind: 'ConfigMap', name: 'cilium-config' }
  return {
    key,
    control,
    place: { in: 'manifest', manifest, path: ['data', name], quoted: true },
    absent,
    prominent,
  }
}

function file(
  key: CiliumSetting,
  name: string,
  control: SettingControl,
  absent: SettingValue,
): Setting {
  const manifest = { kind: 'ConfigMap', name: 'ip-masq-agent' }
  return {
    key,
    control,
    place: { in: 'file', manifest, key: 'config', path: [name] },
    absent,
    prominent: false,
  }
}
