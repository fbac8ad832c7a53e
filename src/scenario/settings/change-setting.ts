import * as v from 'valibot'
import type { ClusterFacts, Dataplane } from '../../dataplanes/dataplane.ts'
import type { Setting, SettingValue } from '../../dataplanes/setting.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { scenarioSchema } from '../document.ts'
import type { ScenarioState } from '../state.ts'
import { withStudiedCluster } from '../studied-cluster.ts'
import { addManifest } from './add-manifest.ts'
import { findValue } from './find-value.ts'
import { putValue } from './put-value.ts'
import { readSetting } from './read-settings.ts'

/** Why a setting stays as it is: nothing was touched. */
export type UnchangedBecause =
  /** What stands at its place, or the document around it, cannot be read. */
  | 'unreadable'
  /** The text gives no place for it, or the value is none that may stand there. */
  | 'no-place'

/**
 * The state with one setting changed: a field of the cluster, or the smallest edit of the manifests'
 * text, in which comments and order stay. A manifest that is missing comes from the dataplane's starter.
 */
export function changeSetting(
  state: ScenarioState,
  { settings, starter }: Dataplane,
  facts: ClusterFacts,
  { key, value }: { readonly key: string; readonly value: SettingValue },
): Result<ScenarioState, UnchangedBecause> {
  const setting = settings.find((each) => each.key === key)
  if (setting === undefined) return err('no-place')
  const { place } = setting
  if (place.in === 'cluster') return changeCluster(state, place.field, value)
  const { text } = state.manifests
  if (findValue(text, place).kind === 'unreadable') return err('unreadable')
  const edited =
    putValue(text, place, value) ??
    putIn(addManifest(text, place.manifest, starter(facts)), place, value)
  if (edited === null) return err('no-place')
  const changed = { ...state, manifests: { ...state.manifests, text: edited } }
  return isAsWanted(state, changed, settings, setting, value) ? ok(changed) : err('no-place')
}

const putIn = (
  text: string | null,
  place: Parameters<typeof putValue>[1],
  value: SettingValue,
): string | null => (text === null ? null : putValue(text, place, value))

function changeCluster(
  state: ScenarioState,
  field: string,
  value: SettingValue,
): Result<ScenarioState, UnchangedBecause> {
  const { document } = state
  const changed = withStudiedCluster(document, { [field]: value })
  const read = v.safeParse(scenarioSchema, changed)
  return read.success ? ok({ ...state, document: read.output }) : err('no-place')
}

/** Layouts are many: what came out is read again, and given up where any other setting moved too. */
function isAsWanted(
  before: ScenarioState,
  after: ScenarioState,
  settings: Dataplane['settings'],
  changed: Setting,
  value: SettingValue,
): boolean {
  const said = (state: ScenarioState, setting: Setting): string => {
    const { value: read, origin } = readSetting(state, setting)
    return JSON.stringify([read, origin])
  }
  const others = settings.filter(({ key, place }) => key !== changed.key && place.in !== 'cluster')
  const added = others.some((each) => readSetting(before, each).origin === 'absent')
  return (
    said(after, changed) === JSON.stringify([value, 'set']) &&
    (added || others.every((each) => said(before, each) === said(after, each)))
  )
}
