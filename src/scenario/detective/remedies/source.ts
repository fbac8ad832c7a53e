import { type Address, parseAddress } from '../../../net/address.ts'
import { cidrContains, cidrCovers, formatCidr } from '../../../net/cidr.ts'
import { readSetting } from '../../settings/read-settings.ts'
import { studiedCluster, studiedDataplane } from '../../studied-cluster.ts'
import type { Change } from '../change.ts'
import type { Failure } from '../failure.ts'
import { focusOn } from '../focus.ts'
import { listIn } from '../list-setting.ts'
import type { Generator, Remedy } from '../remedy.ts'
import { ownRanges, rangesAround } from './existing-range.ts'
import { readRange, textHolds } from './range-text.ts'
import { SOURCE_SETTINGS, type SourceSwitch } from './source-settings.ts'

/**
 * Another source: what the node kept is masqueraded, what it masqueraded is kept. In the cluster of that
 * node, whose manifests and settings are looked at as if it were the one under study.
 */
export const changeSource: Generator = (anywhere) => {
  const { node, outcome, leaving } = anywhere
  const dst = parseAddress(leaving.dst)
  if (node === null || !dst.ok) return []
  const failure = { ...anywhere, state: focusOn(anywhere.state, node.cluster) }
  if (studiedCluster(failure.state.document)?.name !== node.cluster) return []
  const wish = outcome.because.code.startsWith('kept-') ? 'masquerade' : 'keep'
  return [
    ...asDrafted(failure),
    ...byList(failure, dst.value, wish),
    ...byOnlyRange(failure, dst.value, wish),
    ...bySwitch(failure, wish),
    ...byPool(failure, dst.value, wish),
    ...byHand(failure),
  ]
}

const clusterName = ({ state }: Failure): string => studiedCluster(state.document)?.name ?? ''

const clusterPlace = (failure: Failure): string => `cluster:${clusterName(failure)}`

/** What stands in the editor and was never applied, and what the scenario offers to try. */
function asDrafted(failure: Failure): readonly Remedy[] {
  const { manifests, document } = failure.state
  const cluster = clusterName(failure)
  const at = clusterPlace(failure)
  const made = (code: 'apply-manifests' | 'use-draft', edit: Change['edit']): Remedy =>
    withAgent(failure, { code, at, params: {}, edit, notes: ['new-connections-only'] })
  const written = !manifests.applied && manifests.text.trim() !== ''
  const drafted =
    document.draft !== undefined && document.draft.manifests.trim() !== manifests.text.trim()
  return [
    ...(written ? [made('apply-manifests', { to: 'manifests', cluster, do: 'apply' })] : []),
    ...(drafted ? [made('use-draft', { to: 'manifests', cluster, do: 'use-draft' })] : []),
  ]
}

/** The list of what is kept: a range into it, or those that hold the destination out of it. */
function byList(failure: Failure, dst: Address, wish: SourceSwitch['to']): readonly Remedy[] {
  const { state, dataplane, topology } = failure
  const { list: key, listNeeds } = settingsOf(failure)
  const setting = dataplane.settings.find((each) => each.key === key)
  const list = setting === undefined ? null : listIn(state, setting)
  if (key === null || list === null) return []
  const needed = listNeeds.map(([need, value]) => turned(failure, { key: need, value }))
  const edited = (
    code: 'keep-range' | 'masquerade-range' | 'narrow-kept-range',
    drop: readonly string[],
    add: readonly string[],
  ): Remedy => [
    ...needed,
    ...withAgent(failure, {
      code,
      at: clusterPlace(failure),
      params: { option: optionOf(failure, key), drop: drop.join(', '), add: add.join(', ') },
      edit: { to: 'list-setting', cluster: clusterName(failure), key, drop, add },
      notes: ['new-connections-only'],
    }),
  ]
  if (wish === 'keep') {
    return rangesAround(topology, dst).map(({ text }) => edited('keep-range', [], [text]))
  }
  const holding = list.filter((text) => textHolds(text, dst))
  if (holding.length === 0) return []
  const rest = restOf(failure, holding, dst).filter((text) => !list.includes(text))
  return [
    ...(rest.length > 0 ? [edited('narrow-kept-range', holding, rest)] : []),
    edited('masquerade-range', holding, []),
  ]
}

/** What of those ranges is our own, the destination's left out: it goes on seeing Pods. */
function restOf(
  { topology }: Failure,
  holding: readonly string[],
  dst: Address,
): readonly string[] {
  const wide = holding.flatMap((text) => readRange(text) ?? [])
  const own = ownRanges(topology).filter(
    (range) => !cidrContains(range, dst) && wide.some((each) => cidrCovers(each, range)),
  )
  return [...new Set(own.map(formatCidr))]
}

/** One range is all that the setting can say: it becomes the destination's, or that of the Pods. */
function byOnlyRange(failure: Failure, dst: Address, wish: SourceSwitch['to']): readonly Remedy[] {
  const { only, pods } = settingsOf(failure)
  const key = wish === 'keep' ? only : pods
  if (key === null) return []
  const ranges =
    wish === 'keep'
      ? rangesAround(failure.topology, dst).map(({ text }) => text)
      : (studiedCluster(failure.state.document)?.podRanges ?? []).slice(0, 1)
  return ranges.map((value) => [turned(failure, { key, value })])
}

function bySwitch(failure: Failure, wish: SourceSwitch['to']): readonly Remedy[] {
  const { switches } = settingsOf(failure)
  return switches
    .filter(({ to, key, value }) => to === wish && standing(failure, key) !== String(value))
    .map((each) => {
      const change = turned(failure, each)
      const whole = each.code === 'set-setting' ? withAgent(failure, change) : [change]
      return [...whole, ...replaced(failure, each)]
    })
}

/** Nodes that were made before a flag was set know nothing of it. */
function replaced({ state, node }: Failure, { notes }: SourceSwitch): Remedy {
  const made = state.document.nodes.find(({ name }) => name === node?.name)
  if (!made?.bootedWith || made.recreated || !notes.includes('nodes-must-be-replaced')) return []
  return [
    {
      code: 'replace-node',
      at: `node:${made.name}`,
      params: { node: made.name },
      edit: { to: 'document', do: 'set', path: ['nodes', made.name, 'recreated'], value: true },
      notes: [],
    },
  ]
}

/**
 * Destinations that lie in a pool see the Pod, even where that pool is disabled and nobody's. Source:
 * Calico documentation, "Configure outgoing NAT".
 */
function byPool(failure: Failure, dst: Address, wish: SourceSwitch['to']): readonly Remedy[] {
  const { state, topology } = failure
  if (wish !== 'keep' || studiedDataplane(state.document) !== 'calico') return []
  return rangesAround(topology, dst).map(({ text }) => {
    const name = `keep-${text.replaceAll(/[^0-9a-f]+/g, '-')}`
    const lines = [
      'apiVersion: projectcalico.org/v3',
      'kind: IPPool',
      'metadata:',
      `  name: ${name}`,
      'spec:',
      `  cidr: ${text}`,
      '  disabled: true',
      '  natOutgoing: false',
      '',
    ]
    return [
      {
        code: 'keep-by-pool',
        at: clusterPlace(failure),
        params: { range: text, pool: name },
        edit: {
          to: 'manifests',
          cluster: clusterName(failure),
          do: 'append',
          text: lines.join('\n'),
        },
        notes: ['new-connections-only'],
      },
    ]
  })
}

/** Lines typed on the node, one by one. */
function byHand({ state, node }: Failure): readonly Remedy[] {
  const typed = state.document.nodes.find(({ name }) => name === node?.name)
  if (!typed?.manualRules || typed.recreated) return []
  return typed.manualRules
    .split('\n')
    .filter((line) => /(^|\s)-[AI]\s/.test(line) && !/^\s*#/.test(line))
    .slice(0, MOST_LINES)
    .map((line) => [
      {
        code: 'remove-manual-rule',
        at: `node:${typed.name}`,
        params: { node: typed.name, rule: line.trim() },
        edit: { to: 'manual-rules', node: typed.name, line },
        notes: ['new-connections-only'],
      },
    ])
}

const MOST_LINES = 12

/** Of a manifest that is a draft yet nothing comes, and of one that no agent reads neither. */
function withAgent(failure: Failure, change: Change): Remedy {
  const { applied, text } = failure.state.manifests
  const applies = change.edit.to === 'manifests'
  const at = clusterPlace(failure)
  const apply: Change = {
    code: 'apply-manifests',
    at,
    params: {},
    edit: { to: 'manifests', cluster: clusterName(failure), do: 'apply' },
    notes: ['new-connections-only'],
  }
  const deploy = turned(failure, { key: 'ipMasqAgent', value: 'manual', code: 'deploy-agent' })
  return [
    ...(failure.agent?.runs === false && change.code !== 'deploy-agent' ? [deploy] : []),
    change,
    ...(applied || applies || text.trim() === '' ? [] : [apply]),
  ]
}

function turned(
  failure: Failure,
  {
    key,
    value,
    code = 'set-setting',
    notes = [],
  }: Pick<SourceSwitch, 'key' | 'value'> & Partial<SourceSwitch>,
): Change {
  const params = { option: optionOf(failure, key), value: String(value) }
  return {
    code,
    at: clusterPlace(failure),
    params,
    edit: { to: 'setting', cluster: clusterName(failure), key, value },
    notes,
  }
}

/** What the setting is called where it stands. */
function optionOf({ dataplane }: Failure, key: string): string {
  const place = dataplane.settings.find((each) => each.key === key)?.place
  switch (place?.in) {
    case 'cluster':
      return place.field
    case 'manifest':
    case 'file':
      return place.path.at(-1) ?? key
    case 'argument':
    case 'environment':
      return place.name
    case undefined:
      return key
  }
}

function standing({ state, dataplane }: Failure, key: string): string {
  const setting = dataplane.settings.find((each) => each.key === key)
  return setting === undefined ? '' : String(readSetting(state, setting).value)
}

const settingsOf = ({ state }: Failure) => SOURCE_SETTINGS[studiedDataplane(state.document)]
