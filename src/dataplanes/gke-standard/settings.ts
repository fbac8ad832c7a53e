import type { Setting, SettingControl, SettingPlace, SettingValue } from '../setting.ts'

const NAME = 'ip-masq-agent'
const CONFIG_MAP = { kind: 'ConfigMap', name: NAME }
const DAEMON_SET = { kind: 'DaemonSet', name: NAME }

const inCluster = (field: string): SettingPlace => ({ in: 'cluster', field })
const inFile = (key: string): SettingPlace => ({
  in: 'file',
  manifest: CONFIG_MAP,
  key: 'config',
  path: [key],
})
const asArgument = (name: string): SettingPlace => ({
  in: 'argument',
  manifest: DAEMON_SET,
  container: NAME,
  name,
})

const SWITCH: SettingControl = { kind: 'switch' }
const TEXT: SettingControl = { kind: 'text' }
const oneOf = (...choices: string[]): SettingControl => ({ kind: 'choice', choices })

const setting = (
  key: string,
  control: SettingControl,
  place: SettingPlace,
  absent: SettingValue,
): Setting => ({ key, control, place, absent, prominent: false })

/** Those of the cluster, of the ConfigMap, of the DaemonSet. `absent` of a list is GKE's own default. */
export const settings: readonly Setting[] = [
  {
    ...setting('disableDefaultSnat', SWITCH, inCluster('disableDefaultSnat'), false),
    prominent: true,
  },
  { ...setting('masqLinkLocal', SWITCH, inFile('masqLinkLocal'), false), prominent: true },
  setting('ipMasqAgent', oneOf('auto', 'manual'), inCluster('ipMasqAgent'), 'auto'),
  setting('networkPolicy', SWITCH, inCluster('networkPolicy'), false),
  setting('dataplaneV2', SWITCH, inCluster('dataplaneV2'), false),
  setting('gkeVersion', TEXT, inCluster('gkeVersion'), ''),
  setting('nodeImage', TEXT, inCluster('nodeImage'), ''),
  setting(
    'windowsNodes',
    oneOf('masqueraded', 'not-masqueraded'),
    inCluster('windowsNodes'),
    'masqueraded',
  ),
  setting('nonMasqueradeCIDRs', { kind: 'list' }, inFile('nonMasqueradeCIDRs'), [
    '10.0.0.0/8',
    '172.16.0.0/12',
    '192.168.0.0/16',
    '100.64.0.0/10',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.88.99.0/24',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '240.0.0.0/4',
  ]),
  setting('cidrLimit', { kind: 'number' }, inFile('cidrLimit'), 64),
  setting('masqLinkLocalIPv6', SWITCH, inFile('masqLinkLocalIPv6'), false),
  setting('resyncInterval', TEXT, inFile('resyncInterval'), '60s'),
  setting('masq-chain', TEXT, asArgument('masq-chain'), 'IP-MASQ-AGENT'),
  setting('nomasq-all-reserved-ranges', SWITCH, asArgument('nomasq-all-reserved-ranges'), false),
  setting('enable-ipv6', SWITCH, asArgument('enable-ipv6'), false),
  setting('random-fully', SWITCH, asArgument('random-fully'), true),
  setting('to-ports', TEXT, asArgument('to-ports'), ''),
]
