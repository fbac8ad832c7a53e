import type { Counter } from '../../engine/counters.ts'
import {
  hidingProgramRules,
  hidingRules,
  type Shadow,
  shadowedIn,
} from '../../engine/shadow/shadowed.ts'
import type { Family } from '../../net/address.ts'
import { seenFrom, type Viewpoint } from '../at-moment.ts'
import { readyWorld, sendChosen } from '../evaluate.ts'
import type { PlaceMap, RuleRow } from '../evaluation.ts'
import { drawMap } from '../map/draw-map.ts'
import { familyOf, toldNodes } from '../rule-book.ts'
import type { ScenarioState } from '../state.ts'
import type { ScenarioWorld } from '../world-of.ts'
import { countedSteps } from './counted-steps.ts'
import { missingRows } from './missing-rows.ts'
import { type SpokenOf, spokenOf } from './spoken-of.ts'

/** What a reader of chains wants to know besides the rules themselves. Plain JSON. */
export interface ChainFacts {
  readonly nodes: readonly NodeFacts[]
  readonly counted: readonly CountedWalk[]
}

/** Of the nodes whose rules the rule book tells. */
export interface NodeFacts {
  readonly node: string
  readonly shadows: readonly Shadow[]
  readonly missing: readonly MissingRow[]
  /** Which places and zones of the map its rules speak of. */
  readonly speaks: readonly SpokenOf[]
}

/** A rule that the configuration says and that does not stand on the node. */
export interface MissingRow {
  readonly row: RuleRow
  readonly chain: string
  /** The line of the chain as it stands behind which it would be; 0: before the first. */
  readonly after: number
  readonly because: MissingBecause
}

export type MissingBecause =
  /** What was applied has not reached the node yet. */
  | 'not-read-yet'
  /** Somebody took it away by hand. */
  | 'typed-away'
  /** The node was made while the cluster was set otherwise. */
  | 'node-not-replaced'
  /** No agent runs that would write it. */
  | 'no-agent'
  /** What says so has a name under which nobody looks for it. */
  | 'wrong-name'

/** The counters of `iptables -L -v` after each step of a walk. */
export interface CountedWalk {
  /** Which hop of the journey, out and back, counted from 0. */
  readonly hop: number
  /** As many as the walk has steps; null where none was counted. */
  readonly after: readonly (Counter | null)[]
}

/** @param asked another node by name; null for none */
export async function chainFacts(
  state: ScenarioState,
  at: Viewpoint | undefined,
  asked: string | null,
): Promise<ChainFacts> {
  const viewed = at === undefined ? state : await seenFrom(state, at)
  const ready = await readyWorld(viewed)
  const { trace } = sendChosen(ready, viewed)
  const family = familyOf(trace)
  const nodes = toldNodes(ready.installed, trace, asked)
  const missing = await missingRows({ state, viewed, at, ready, family, nodes })
  const map = drawMap(viewed.document, ready.world.topology, trace)
  return {
    nodes: nodes.map((node) => ({
      node,
      shadows: shadowsOn(ready, node, family),
      missing: missing.get(node) ?? [],
      speaks: speaksOn(ready, node, { family, map }),
    })),
    counted: trace === null ? [] : countedSteps(trace),
  }
}

function shadowsOn({ installed }: ScenarioWorld, node: string, family: Family): readonly Shadow[] {
  const rules = installed.nodes.get(node)?.rules
  if (rules === undefined) return []
  const { chains } = family === 4 ? rules.nat4 : rules.nat6
  const programs = (rules.programs ?? []).filter((program) => program.family === family)
  return [
    ...chains.map((chain) => hidingRules(chain, chains)),
    ...programs.flatMap((program) => program.chains.map(hidingProgramRules)),
  ].flatMap(shadowedIn)
}

function speaksOn(
  { installed }: ScenarioWorld,
  node: string,
  { family, map }: { readonly family: Family; readonly map: PlaceMap },
): readonly SpokenOf[] {
  const rules = installed.nodes.get(node)?.rules
  return rules === undefined ? [] : spokenOf(rules, family, map)
}
