import { loadDataplane } from '../../dataplanes/registry.ts'
import type { Setting, SettingValue } from '../../dataplanes/setting.ts'
import type { ScenarioState } from '../state.ts'
import { studiedCluster, studiedDataplane } from '../studied-cluster.ts'
import { findValue } from './find-value.ts'
import { readSettingValue } from './setting-value.ts'

/** A setting as it stands: what the screen needs to draw it. */
export interface SettingReport {
  readonly key: string
  readonly control: Setting['control']
  readonly prominent: boolean
  /** In force where it is absent; what would hold without it where it cannot be read. */
  readonly value: SettingValue
  readonly origin: 'set' | 'absent' | 'unreadable'
  /** Of the manifests' text, 1-based; null where it stands in none. */
  readonly line: number | null
  /** False: a field of the cluster, which holds whether or not the manifests are applied. */
  readonly inManifests: boolean
}

/** Every setting of the scenario's dataplane, read from where it stands. */
export async function readSettings(state: ScenarioState): Promise<readonly SettingReport[]> {
  const { settings } = await loadDataplane(studiedDataplane(state.document))
  return settings.map((setting) => readSetting(state, setting))
}

export function readSetting(state: ScenarioState, setting: Setting): SettingReport {
  const { key, control, prominent, place, absent } = setting
  const about = { key, control, prominent, inManifests: place.in !== 'cluster' }
  if (place.in === 'cluster') {
    const raw = (studiedCluster(state.document) as Readonly<Record<string, unknown>> | null)?.[
      place.field
    ]
    const value = raw === undefined ? null : readSettingValue(raw, setting)
    const origin = value === null ? 'absent' : 'set'
    return { ...about, value: value ?? absent, origin, line: null }
  }
  const { text } = state.manifests
  const found = findValue(text, place)
  if (found.kind !== 'value') return { ...about, value: absent, origin: found.kind, line: null }
  const line = lineAt(text, found.offset)
  const value = readSettingValue(found.value, setting)
  return value === null
    ? { ...about, value: absent, origin: 'unreadable', line }
    : { ...about, value, origin: 'set', line }
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length
