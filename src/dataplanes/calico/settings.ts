import type { Setting, SettingControl, SettingValue } from '../setting.ts'
import type { CalicoSetting } from './codes.ts'
import { EXCLUSIONS } from './felix-config.ts'
import { NEWEST } from './version.ts'

/** Of the first pool, of Felix on all nodes, and the version that the cluster tells. */
export const SETTINGS: readonly Setting[] = [
  ofPool('natOutgoing', { kind: 'switch' }, false, true),
  ofFelix('natOutgoingExclusions', { kind: 'choice', choices: EXCLUSIONS }, 'IPPoolsOnly'),
  ofFelix('bpfEnabled', { kind: 'switch' }, false, true),
  ofPool('disabled', { kind: 'switch' }, false),
  ofPool('cidr', { kind: 'text' }, ''),
  ofFelix('natOutgoingAddress', { kind: 'text' }, ''),
  ofFelix('natPortRange', { kind: 'text' }, ''),
  ofFelix('iptablesNATOutgoingInterfaceFilter', { kind: 'text' }, ''),
  ofFelix('chainInsertMode', { kind: 'choice', choices: ['Insert', 'Append'] }, 'Insert'),
  {
    key: 'calicoVersion' satisfies CalicoSetting,
    control: {
      kind: 'choice',
      // One of each behaviour: see `profileOf`.
      choices: ['v3.28.1', 'v3.28.2', 'v3.31.5', 'v3.31.7', 'v3.32.0', NEWEST, 'v3.33.0'],
    },
    place: {
      in: 'manifest',
      manifest: { kind: 'ClusterInformation', name: 'default' },
      path: ['spec', 'calicoVersion'],
      quoted: false,
    },
    absent: NEWEST,
    prominent: false,
  },
]

function ofPool(
  key: CalicoSetting,
  control: SettingControl,
  absent: SettingValue,
  prominent = false,
): Setting {
  return inManifest('IPPool', null, { key, control, absent, prominent })
}

function ofFelix(
  key: CalicoSetting,
  control: SettingControl,
  absent: SettingValue,
  prominent = false,
): Setting {
  return inManifest('FelixConfiguration', 'default', { key, control, absent, prominent })
}

function inManifest(kind: string, name: string | null, rest: Omit<Setting, 'place'>): Setting {
  return {
    ...rest,
    place: { in: 'manifest', manifest: { kind, name }, path: ['spec', rest.key], quoted: false },
  }
}
