import type { Family } from '../../net/address.ts'
import type { Viewpoint } from '../at-moment.ts'
import { readyWorld } from '../evaluate.ts'
import type { ChainRows } from '../evaluation.ts'
import { rowsOnNode } from '../rule-book.ts'
import type { ScenarioState } from '../state.ts'
import { studiedCluster, withStudiedCluster } from '../studied-cluster.ts'
import type { ScenarioWorld } from '../world-of.ts'
import type { MissingBecause, MissingRow } from './chain-facts.ts'

export interface Looked {
  readonly state: ScenarioState
  /** The scenario whose rules are on show. */
  readonly viewed: ScenarioState
  readonly at: Viewpoint | undefined
  readonly ready: ScenarioWorld
  readonly family: Family
  readonly nodes: readonly string[]
}

/** By node, what the configuration says and what does not stand there; each once, with the first reason. */
export async function missingRows(
  looked: Looked,
): Promise<ReadonlyMap<string, readonly MissingRow[]>> {
  const { ready, family, nodes } = looked
  const missing = new Map<string, readonly MissingRow[]>()
  for (const { because, state } of desiredStates(looked)) {
    const desired = await readyWorld(state)
    for (const node of nodes) {
      const known = missing.get(node) ?? []
      const rows = missingFrom(
        await rowsOnNode(ready, node, family),
        await rowsOnNode(desired, node, family),
        because,
      )
      const texts = new Set(known.map(({ row }) => row.text))
      missing.set(node, [...known, ...rows.filter(({ row }) => !texts.has(row.text))])
    }
  }
  return missing
}

interface Desired {
  readonly because: MissingBecause
  readonly state: ScenarioState
}

/** The scenario with one obstacle out of the way, for each that there is. */
function desiredStates({ state, viewed, at, ready }: Looked): readonly Desired[] {
  const { document, manifests } = viewed
  const { config, agent } = ready.installed
  const desired: Desired[] = []
  const add = (because: MissingBecause, change: Partial<ScenarioState>) => {
    desired.push({ because, state: { ...viewed, ...change } })
  }
  if (at?.moment === 'applied' || at?.moment === 'projected') add('not-read-yet', state)
  if (document.nodes.some(({ manualRules, recreated }) => manualRules && !recreated)) {
    const nodes = document.nodes.map(({ manualRules: _, ...node }) => node)
    add('typed-away', { document: { ...document, nodes } })
  }
  if (document.nodes.some(({ bootedWith, recreated }) => bootedWith && !recreated)) {
    const nodes = document.nodes.map(({ bootedWith: _, ...node }) => node)
    add('node-not-replaced', { document: { ...document, nodes } })
  }
  const nobodyReads = manifests.applied && config.state === 'unread' && agent?.runs === false
  if (nobodyReads && studiedCluster(document)?.ipMasqAgent === 'auto') {
    add('no-agent', { document: withStudiedCluster(document, { ipMasqAgent: 'manual' }) })
  }
  const text = withRightName(manifests.text, config.notes)
  if (manifests.applied && text !== null) add('wrong-name', { manifests: { ...manifests, text } })
  return desired
}

/** The text with the word that keeps it from being found put right; null where there is no such. */
function withRightName(
  text: string,
  notes: ScenarioWorld['installed']['config']['notes'],
): string | null {
  const note = notes.find(({ code }) => code === 'wrong-name')
  const { found = '', expected = '' } = note?.params ?? {}
  const lines = text.split('\n')
  const at = (note?.line ?? 0) - 1
  const line = lines[at]
  if (line === undefined || found === '' || !line.includes(found)) return null
  return lines.with(at, line.replace(found, expected)).join('\n')
}

function missingFrom(
  standing: readonly ChainRows[],
  desired: readonly ChainRows[],
  because: MissingBecause,
): readonly MissingRow[] {
  return desired.flatMap(({ name, rules }) => {
    const left = (standing.find((chain) => chain.name === name)?.rules ?? []).map((row) => row)
    let after = 0
    return rules.flatMap((row) => {
      const at = left.findIndex(({ text }) => text === row.text)
      const [found] = at < 0 ? [] : left.splice(at, 1)
      if (found === undefined) return [{ row, chain: name, after, because }]
      after = Math.max(after, found.ref.line)
      return []
    })
  })
}
