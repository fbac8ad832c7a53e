import type { Installed } from '../dataplanes/dataplane.ts'
import type { Trace } from '../engine/trace.ts'
import type { Family } from '../net/address.ts'
import { readyWorld, sendChosen } from './evaluate.ts'
import type { ChainRows, NodeRules, RuleBook } from './evaluation.ts'
import type { programRows } from './program-rows.ts'
import { ruleRows } from './rule-rows.ts'
import type { ScenarioState } from './state.ts'
import type { ScenarioWorld } from './world-of.ts'

/**
 * The rules of the nodes that matter for the chosen flow, as rows.
 *
 * @param asked another node by name; null for none
 */
export async function ruleBook(state: ScenarioState, asked: string | null): Promise<RuleBook> {
  const ready = await readyWorld(state)
  const { installed, world } = ready
  const { trace } = sendChosen(ready, state)
  const rowsOf = await programRowsFor(installed)
  const family = familyOf(trace)
  const all = [...installed.nodes].map(([node, standing]) => ({ node, ...standing }))
  const rows = ({ node, writer, rules, printouts }: (typeof all)[number]): NodeRules => ({
    node,
    writer,
    chains: ruleRows(world.topology, rules, { family, rowsOf }),
    printouts,
  })
  const names = toldNodes(installed, trace, asked)
  const told = all.filter(({ node }) => names.includes(node))
  return { nodes: told.map(rows), differing: differ(all, rows) ? all.map(({ node }) => node) : [] }
}

/** The chains of one node as the rule book has them; none where there is no such node. */
export async function rowsOnNode(
  { installed, world: { topology } }: ScenarioWorld,
  node: string,
  family: Family,
): Promise<readonly ChainRows[]> {
  const rules = installed.nodes.get(node)?.rules
  return rules ? ruleRows(topology, rules, { family, rowsOf: await programRowsFor(installed) }) : []
}

/** The nodes that a rule book tells of: the first one, those that the packet passes, and one asked for. */
export function toldNodes(
  { nodes }: Installed,
  trace: Trace | null,
  asked: string | null,
): readonly string[] {
  const walked = walkedNodes(trace)
  return [...nodes.keys()].filter((node, i) => i === 0 || node === asked || walked.has(node))
}

const walkedNodes = (trace: Trace | null): ReadonlySet<string> =>
  new Set(
    [...(trace?.forward.hops ?? []), ...(trace?.reply?.hops ?? [])].flatMap(({ walk }) =>
      walk ? [walk.node] : [],
    ),
  )

/** Do nodes differ in the rules that a reader sees, or in what is printed there? */
function differ<T extends { readonly rules: unknown; readonly printouts: unknown }>(
  [first, ...others]: readonly T[],
  rows: (node: T) => NodeRules,
): boolean {
  if (first === undefined) return false
  const parts = ({ rules, printouts }: T): string => JSON.stringify([rules, printouts])
  // Rules that are the same as values read the same, and need not be written down again.
  const alike = new Set([parts(first)])
  const told = textOf(rows(first))
  return others.some((node) => {
    if (node.rules === first.rules && node.printouts === first.printouts) return false
    const own = parts(node)
    if (alike.has(own)) return false
    alike.add(own)
    return textOf(rows(node)) !== told
  })
}

const textOf = ({ chains, printouts }: NodeRules): string =>
  JSON.stringify([
    chains.map(({ name, policy, rules }) => [name, policy, rules.map(({ text }) => text)]),
    printouts,
  ])

/** What writes programs down is fetched where a node has some. */
async function programRowsFor({ nodes }: Installed): Promise<typeof programRows | null> {
  if (![...nodes.values()].some(({ rules }) => rules.programs)) return null
  return (await import('./program-rows.ts')).programRows
}

/** The family whose table the chosen flow walks. */
export const familyOf = (trace: Trace | null): Family =>
  trace?.forward.hops[0].before.src.includes(':') ? 6 : 4
