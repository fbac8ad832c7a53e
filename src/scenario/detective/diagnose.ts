import type { Trace } from '../../engine/trace.ts'
import type { Viewpoint } from '../at-moment.ts'
import type { ScenarioState } from '../state.ts'
import { type Case, changeKey } from './bench.ts'
import { causesOf } from './causes.ts'
import type { Diagnosis, Fix } from './diagnosis.ts'
import { effectsFrom } from './effects.ts'
import { failureOf } from './failure.ts'
import { loadDataplanes } from './focus.ts'
import type { Found } from './minimal-parts.ts'
import { ownersIn } from './owners-in.ts'
import { lookFrom, type Probe, probe } from './probe.ts'
import { compareFixes } from './rank.ts'
import { type Searched, searchFixes } from './search.ts'
import { shownIn } from './shown.ts'

/**
 * Why the chosen flow fails, and every small set of changes that makes it succeed: proposed by what the
 * failing step asks for, found out by trying.
 */
export async function diagnose(state: ScenarioState, at?: Viewpoint): Promise<Diagnosis> {
  const look = await lookFrom(at)
  const before = await probe(await look(state))
  const trace = before.send(before.state.flow)
  const nothing = { flow: state.flow, causes: [], fixes: [], complete: true, owners: {} }
  if (trace === null) return { ...nothing, outcome: null }
  const dataplanes = await loadDataplanes(state.document)
  const failure = failureOf(before, trace, dataplanes)
  if (failure === null) return { ...nothing, outcome: trace.outcome }
  const asked: Case = { state, look, dataplanes }
  const searched = await searchFixes(failure, asked, mostTried(before))
  const fixes = (await fixesOf(asked, searched, before, trace)).slice(0, MOST_FIXES)
  return {
    flow: state.flow,
    outcome: trace.outcome,
    causes: causesOf(
      failure,
      fixes,
      (change) => searched.answers.get(changeKey(change)) ?? failure,
    ),
    fixes,
    complete: searched.complete,
    owners: ownersIn(before.topology, fixes),
  }
}

const MOST_FIXES = 10

/** Each try installs the whole cluster: large ones are tried less often. */
function mostTried({ topology: { nodes, pods } }: Probe): number {
  const size = nodes.length + pods.length
  return Math.max(60, Math.min(300, Math.round(40_000 / Math.max(1, size))))
}

async function fixesOf(
  { state, look, dataplanes }: Case,
  { found }: Searched,
  before: Probe,
  trace: Trace,
): Promise<readonly Fix[]> {
  const effectsIn = effectsFrom(before, trace)
  const severalClusters = state.document.clusters.length > 1
  const made = await Promise.all(
    found.map(async ({ changes, after, trace: then }: Found): Promise<Fix> => {
      const there = await probe(await look(after))
      return {
        id: changes
          .map(({ code, at, params }) => [code, at, ...Object.values(params)].join(' '))
          .join(' + '),
        changes: changes.map((change) => ({
          ...change,
          shown: shownIn(state, change, dataplanes),
          cluster: severalClusters && 'cluster' in change.edit ? change.edit.cluster : null,
        })),
        after,
        outcome: then.outcome,
        effects: effectsIn(there),
      }
    }),
  )
  return made.toSorted(compareFixes)
}
