import type { DataplaneId } from '../../../dataplanes/registry.ts'
import type { SettingValue } from '../../../dataplanes/setting.ts'
import type { ChangeCode, ChangeNote } from '../change.ts'

/** Which settings of a dataplane say whether a destination sees the Pod: what a remedy may turn. */
export interface SourceSettings {
  /** The list of destinations that see the Pod, by key; null where there is none. */
  readonly list: string | null
  /** What else must be set, for that list to be asked. */
  readonly listNeeds: readonly (readonly [key: string, value: SettingValue])[]
  /** A text with the one range whose addresses see the Pod. */
  readonly only: string | null
  /** A text with the one range that is to hold the Pods, and nothing that is to see their node. */
  readonly pods: string | null
  readonly switches: readonly SourceSwitch[]
}

export interface SourceSwitch {
  readonly key: string
  readonly code: ChangeCode
  readonly to: 'masquerade' | 'keep'
  readonly value: SettingValue
  readonly notes: readonly ChangeNote[]
}

const turn = (
  key: string,
  to: SourceSwitch['to'],
  value: SettingValue,
  code: ChangeCode = 'set-setting',
  notes: SourceSwitch['notes'] = [],
): SourceSwitch => ({ key, to, value, code, notes })

const REPLACED: SourceSwitch['notes'] = ['nodes-must-be-replaced']

export const SOURCE_SETTINGS: Readonly<Record<DataplaneId, SourceSettings>> = {
  'gke-standard': {
    list: 'nonMasqueradeCIDRs',
    listNeeds: [],
    only: null,
    pods: null,
    switches: [
      turn('disableDefaultSnat', 'masquerade', false, 'turn-snat-on', REPLACED),
      turn('disableDefaultSnat', 'keep', true, 'turn-snat-off', REPLACED),
      turn('ipMasqAgent', 'masquerade', 'manual', 'deploy-agent'),
      turn('masqLinkLocal', 'masquerade', true),
      turn('masqLinkLocal', 'keep', false),
    ],
  },
  'gke-autopilot': { list: 'destinations', listNeeds: [], only: null, pods: null, switches: [] },
  calico: {
    list: null,
    listNeeds: [],
    only: null,
    pods: 'cidr',
    switches: [
      turn('natOutgoing', 'masquerade', true),
      turn('natOutgoing', 'keep', false),
      turn('natOutgoingExclusions', 'masquerade', 'IPPoolsOnly'),
      turn('natOutgoingExclusions', 'keep', 'IPPoolsAndHostIPs'),
    ],
  },
  cilium: {
    list: 'kept-ranges',
    listNeeds: [
      ['ip-masq-agent', true],
      ['bpf-masquerade', true],
    ],
    only: 'native-range',
    pods: 'native-range',
    switches: [
      turn('masquerade4', 'masquerade', true),
      turn('masquerade4', 'keep', false),
      turn('masquerade6', 'masquerade', true),
      turn('masquerade6', 'keep', false),
      turn('remote-node-masquerade', 'masquerade', true),
      turn('remote-node-masquerade', 'keep', false),
    ],
  },
  'aws-vpc-cni': {
    list: 'excludeSnatCidrs',
    listNeeds: [],
    only: null,
    pods: null,
    switches: [turn('externalSnat', 'masquerade', false), turn('externalSnat', 'keep', true)],
  },
}
