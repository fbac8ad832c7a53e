import { useMemo } from 'react'
import { createStore, useStore } from 'zustand'
import type { ClusterCheck } from '../scenario/probe/cluster-checks.ts'
import type { ProbeReport } from '../scenario/probe/printed.ts'
import { type ProbeSpot, parseSpot, spotText } from '../scenario/probe/spot.ts'
import type { ProbeSpots } from '../scenario/probe/spots.ts'
import type { EngineClient } from '../worker/client.ts'
import { positionIn } from './journey.ts'
import { journeyOnShow } from './journey-on-show.ts'
import { playground, usePlayground } from './playground.ts'
import { viewpoint } from './time.ts'
import { dismissInvitation } from './view-actions.ts'

/** The probes that were put on the map, and what the tools print there. */
interface ProbesState {
  /** By the spot's text; of what is asked anew the last answer stays. */
  readonly reports: ReadonlyMap<string, ProbeReport>
  /** Where more can be put; null until the engine has told. */
  readonly known: ProbeSpots | null
  /** The next place or line that one picks on the map gets a probe. */
  readonly picking: boolean
  /** Of the terminals only their heading is on show. */
  readonly folded: boolean
  /** Flows that the scenario lists before the chosen one have passed already. */
  readonly afterOthers: boolean
  /** The commands for a real cluster; null while nobody asks for them. */
  readonly checks: readonly ClusterCheck[] | 'asking' | null
}

const store = createStore<ProbesState>(() => ({
  reports: new Map(),
  known: null,
  picking: false,
  folded: false,
  afterOthers: false,
  checks: null,
}))

export const useProbes = <T>(read: (state: ProbesState) => T): T => useStore(store, read)

/** In the order in which they were put there; a link carries them. */
export function useSpots(): readonly ProbeSpot[] {
  const probes = usePlayground((state) => state.probes)
  return useMemo(() => probes.map(parseSpot), [probes])
}

let engine: Pick<EngineClient, 'ask'> | null = null
let newest = 0

/** From now on what the probes show follows the scenario. */
export function keepProbing(client: Pick<EngineClient, 'ask'>): void {
  engine = client
  playground().subscribe(({ run, probes }, was) => {
    if (probes !== was.probes || (run !== was.run && run.phase === 'answered')) void read()
  })
  void read()
}

/** Another one at the same place is none. */
export function putProbe(spot: ProbeSpot): void {
  const { probes } = playground().getState()
  const text = spotText(spot)
  dismissInvitation()
  store.setState({ picking: false, folded: false })
  if (!probes.includes(text)) playground().setState({ probes: [...probes, text] })
}

/** At the place on show; while its rules are tried, at the chain of the rule. */
export function putProbeHere(): void {
  const state = playground().getState()
  const journey = journeyOnShow(state)
  const { hop: at, step } = positionIn(journey, state.shown)
  const here = journey[at]?.hop
  if (here === undefined) return
  const { place, walk } = here
  const tried = step === null || walk?.hook === 'TC_EGRESS' ? undefined : walk?.steps[step]
  if (tried === undefined) putProbe({ kind: 'place', place })
  else putProbe({ kind: 'chain', place, chain: 'chain' in tried ? tried.chain : tried.rule.chain })
}

export function takeProbe(spot: ProbeSpot): void {
  const { probes } = playground().getState()
  playground().setState({ probes: probes.filter((each) => each !== spotText(spot)) })
}

export function takeAllProbes(): void {
  store.setState({ picking: false, folded: false, afterOthers: false })
  playground().setState({ probes: [] })
}

export function pickSpot(picking: boolean): void {
  if (picking === store.getState().picking) return
  store.setState({ picking, ...(picking ? { folded: false } : {}) })
  if (!picking) return
  // It lies over the map's corner, where one may want to pick.
  dismissInvitation()
  void read()
}

export const foldProbes = (folded: boolean): void => store.setState({ folded, picking: false })

export function countOthers(afterOthers: boolean): void {
  store.setState({ afterOthers })
  void read()
}

/** An engine that was too slow once is asked once more; one that died is left alone until the next change. */
async function read(tries = 2): Promise<void> {
  const { picking, afterOthers } = store.getState()
  const spots = playground().getState().probes.map(parseSpot)
  if ((spots.length === 0 && !picking) || engine === null) return
  newest += 1
  const own = newest
  const { scenario: state } = playground().getState()
  const answer = await engine.ask({
    kind: 'probe',
    state,
    request: { spots, before: afterOthers ? listedBefore(state) : [] },
    ...viewpoint(),
  })
  if (own !== newest) return
  if (!answer.ok) {
    if (tries > 1 && answer.error.code === 'engine-stuck') await read(tries - 1)
    return
  }
  const { reports, spots: known } = answer.value
  store.setState({ known, reports: new Map(reports.map((each) => [spotText(each.spot), each])) })
}

function listedBefore({
  document: { flows },
  flow,
}: ReturnType<ReturnType<typeof playground>['getState']>['scenario']): readonly string[] {
  const at = flows.findIndex(({ name }) => name === flow.name)
  return flows.slice(0, Math.max(0, at)).map(({ name }) => name)
}

export async function askChecks(): Promise<void> {
  store.setState({ checks: 'asking' })
  const { scenario: state } = playground().getState()
  const answer = await engine?.ask({ kind: 'cluster-checks', state, ...viewpoint() })
  store.setState({ checks: answer?.ok === true ? answer.value : [] })
}

export const closeChecks = (): void => store.setState({ checks: null })
