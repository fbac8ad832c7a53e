import type { Issue } from '../scenario/issue.ts'
import type { ScenarioState } from '../scenario/state.ts'
import type { Edit, Edited, Lost } from '../scenario/studio/edit.ts'
import type { ThingId } from '../scenario/studio/thing.ts'
import type { EngineClient } from '../worker/client.ts'
import type { EngineFault } from '../worker/protocol.ts'
import { editing } from './editing.ts'
import { inStroke } from './history.ts'
import { playground } from './playground.ts'
import { withSharedParts } from './shared-parts.ts'
import { type Told, tell } from './studio.ts'

/** How an edit went: the things that it made or changed, or why it was not made. */
export type EditOutcome =
  | { readonly ok: true; readonly things: readonly ThingId[]; readonly lost?: Lost }
  | { readonly ok: false; readonly issue: Issue | null; readonly fault: EngineFault | null }

const NOTHING_LOST: Lost = { within: 0, flows: 0 }

type Engine = Pick<EngineClient, 'ask'>
/** The edits of one step; later ones may be about what earlier ones made. */
export type Step = readonly (Edit | ((made: readonly ThingId[]) => Edit))[]

let engine: Engine | null = null

/** Tells once, before anything is drawn on, who makes edits. */
export function editThrough(client: Engine): void {
  engine = client
}

export const editor = (): Engine | null => engine

/** Edits are made one after the other, each on top of the one before. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Makes edits, all of them or none: one step of undoing. What was made is selected; `stroke` joins
 * edits that follow each other closely, as while one types. `told` is what to say when it is done.
 */
export function makeEdits(
  step: Step,
  {
    told = () => null,
    stroke,
    select = true,
    quiet = false,
  }: {
    readonly told?: (things: readonly ThingId[], lost: Lost) => Told | null
    readonly stroke?: string
    readonly select?: boolean
    /** A refusal is not told: there is another way. */
    readonly quiet?: boolean
  } = {},
): Promise<EditOutcome> {
  const turn = last.then(() => makeOnNewest(step, stroke))
  last = turn
  return turn.then((outcome) => {
    if (outcome.ok) {
      if (select) editing().setState({ selected: outcome.things })
      const say = told(outcome.things, outcome.lost ?? NOTHING_LOST)
      if (say !== null) tell(say)
    } else if (quiet) return outcome
    else if (outcome.issue !== null) tell({ what: 'refused', issue: outcome.issue })
    else if (outcome.fault !== null) tell({ what: 'failed', fault: outcome.fault })
    return outcome
  })
}

/** What was changed meanwhile stays: then the edits are made once more, on top of it. */
async function makeOnNewest(step: Step, stroke: string | undefined): Promise<EditOutcome> {
  const { scenario } = playground().getState()
  const { outcome, state } = await make(step, scenario)
  if (playground().getState().scenario !== scenario) return makeOnNewest(step, stroke)
  if (state !== null) put(withSharedParts(scenario, state), stroke)
  return outcome
}

async function make(
  step: Step,
  scenario: ScenarioState,
): Promise<{ readonly outcome: EditOutcome; readonly state: ScenarioState | null }> {
  let edited: Edited = { state: scenario, things: [] }
  for (const each of step) {
    const edit = typeof each === 'function' ? each(edited.things) : each
    const answer = await engine?.ask({ kind: 'edit', state: edited.state, edit })
    if (answer?.ok !== true) return failed(null, answer?.error ?? null)
    if (!answer.value.ok) return failed(answer.value.error, null)
    edited = answer.value.value
  }
  const { state, ...outcome } = edited
  return { outcome: { ok: true, ...outcome }, state }
}

const failed = (issue: Issue | null, fault: EngineFault | null) => ({
  outcome: { ok: false, issue, fault } as const,
  state: null,
})

function put(scenario: ScenarioState, stroke: string | undefined): void {
  const change = () =>
    playground().setState({ scenario, visit: 'seen', playing: false, shown: 'end' })
  if (stroke === undefined) change()
  else inStroke(stroke, change)
}
