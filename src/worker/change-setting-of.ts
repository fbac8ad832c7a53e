import { loadDataplane } from '../dataplanes/registry.ts'
import type { SettingValue } from '../dataplanes/setting.ts'
import { readTopology } from '../scenario/read-topology.ts'
import { changeSetting } from '../scenario/settings/change-setting.ts'
import type { ScenarioState } from '../scenario/state.ts'
import { studiedDataplane } from '../scenario/studied-cluster.ts'
import { clusterFacts } from '../scenario/world-of.ts'

/** One setting of the scenario's own dataplane, changed where it stands. */
export async function changeSettingOf(
  state: ScenarioState,
  key: string,
  value: SettingValue,
): Promise<ReturnType<typeof changeSetting>> {
  const { document } = state
  const dataplane = await loadDataplane(studiedDataplane(document))
  const facts = clusterFacts(document, readTopology(document))
  return changeSetting(state, dataplane, facts, { key, value })
}
