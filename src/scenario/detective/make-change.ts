import type { Dataplane } from '../../dataplanes/dataplane.ts'
import { readTopology } from '../read-topology.ts'
import { appendManifest } from '../settings/add-manifest.ts'
import { changeSetting } from '../settings/change-setting.ts'
import type { ScenarioState } from '../state.ts'
import { clusterFacts } from '../world-of.ts'
import type { Change, ChangeEdit } from './change.ts'
import { editDocument } from './edit-document.ts'
import { changeInCluster, type Dataplanes } from './focus.ts'
import { isTextList, listIn } from './list-setting.ts'

/** The scenario with all of the changes made, in their order; null where one of them has no place. */
export function makeChanges(
  state: ScenarioState,
  changes: readonly Change[],
  dataplanes: Dataplanes,
): ScenarioState | null {
  return changes.reduce<ScenarioState | null>(
    (made, { edit }) => (made === null ? null : makeChange(made, edit, dataplanes)),
    state,
  )
}

function makeChange(
  state: ScenarioState,
  edit: ChangeEdit,
  dataplanes: Dataplanes,
): ScenarioState | null {
  switch (edit.to) {
    case 'document': {
      const document = editDocument(state.document, edit)
      return document === null ? null : { ...state, document }
    }
    case 'setting':
      return changeInCluster(state, edit.cluster, (focused) =>
        put(focused, dataplanes(edit.cluster), edit.key, edit.value),
      )
    case 'list-setting':
      return changeInCluster(state, edit.cluster, (focused) =>
        editList(focused, dataplanes(edit.cluster), edit),
      )
    case 'manifests':
      return changeInCluster(state, edit.cluster, (focused) => inManifests(focused, edit))
    case 'manual-rules':
      return withoutLine(state, edit)
    case 'flow':
      return { ...state, flow: { ...state.flow, sourcePort: edit.sourcePort, existing: false } }
  }
}

/** A manifest that was not there before goes into the cluster with what it was written for. */
function put(
  state: ScenarioState,
  dataplane: Dataplane,
  key: string,
  value: Parameters<typeof changeSetting>[3]['value'],
): ScenarioState | null {
  const { document, manifests } = state
  const facts = clusterFacts(document, readTopology(document))
  const changed = changeSetting(state, dataplane, facts, { key, value })
  if (!changed.ok) return null
  const written = changed.value.manifests.text !== manifests.text
  const applied = manifests.applied || (written && manifests.text.trim() === '')
  return { ...changed.value, manifests: { ...changed.value.manifests, applied } }
}

function editList(
  state: ScenarioState,
  dataplane: Dataplane,
  { key, drop, add }: Extract<ChangeEdit, { to: 'list-setting' }>,
): ScenarioState | null {
  const setting = dataplane.settings.find((each) => each.key === key)
  if (setting === undefined) return null
  const before = listIn(state, setting)
  if (before === null || !drop.every((range) => before.includes(range))) return null
  const kept = before.filter((range) => !drop.includes(range))
  const list = [...kept, ...add.filter((range) => !kept.includes(range))]
  return put(state, dataplane, key, isTextList(setting) ? list.join(',') : list)
}

function inManifests(
  state: ScenarioState,
  edit: Extract<ChangeEdit, { to: 'manifests' }>,
): ScenarioState | null {
  const { manifests, document } = state
  switch (edit.do) {
    case 'apply':
      return manifests.applied || manifests.text.trim() === ''
        ? null
        : { ...state, manifests: { ...manifests, applied: true } }
    case 'use-draft': {
      const text = document.draft?.manifests
      return text === undefined || (text === manifests.text && manifests.applied)
        ? null
        : { ...state, manifests: { ...manifests, applied: true, text } }
    }
    case 'append': {
      const text = appendManifest(manifests.text, edit.text)
      return { ...state, manifests: { ...manifests, applied: true, text } }
    }
  }
}

function withoutLine(
  state: ScenarioState,
  { node, line }: Extract<ChangeEdit, { to: 'manual-rules' }>,
): ScenarioState | null {
  const nodes = state.document.nodes.map((each) => {
    if (each.name !== node || each.manualRules === undefined) return each
    const { manualRules, ...others } = each
    const lines = manualRules.split('\n')
    const left = lines.toSpliced(lines.indexOf(line), lines.includes(line) ? 1 : 0).join('\n')
    return left.trim() === '' ? others : { ...others, manualRules: left }
  })
  return { ...state, document: { ...state.document, nodes } }
}
