import type { Installed } from '../dataplanes/dataplane.ts'
import type { Trace } from '../engine/trace.ts'
import type { Family } from '../net/address.ts'
import { readyWorld, sendChosen } from './evaluate.ts'
import type { NodeRules, RuleBook } from './evaluation.ts'
import type { programRows } from './program-rows.ts'
import { ruleRows } from './rule-rows.ts'
import type { ScenarioState } from './state.ts'

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
  const walked = walkedNodes(trace)
  const told = all.filter(({ node }, i) => i === 0 || node === asked || walked.has(node))
  return { nodes: told.map(rows), differing: differ(all, rows) ? all.map(({ node }) => node) : [] }
}

const walkedNodes = (trace: Trace | null): ReadonlySet<string> =>
  new Set(
    [...(trace?.forward.hops ?? []), ...(trace?.reply?.hops ?? [])].flatMap(({ walk }) =>
      walk ? [walk.node] : [],
    ),
  )

/** Do nodes differ in the rules that a reader sees, or in what is printed there? */
function differ<T extends { readonly rules: unknown; readonly printouts: unknown }>(
  nodes: readonly T[],
  rows: (node: T) => NodeRules,
): boolean {
  const seen = new Map<string, string>()
  const told = nodes.map((node) => {
    // Rules that are the same as values read the same, and need not be written down again.
    const key = JSON.stringify([node.rules, node.printouts])
    const text = seen.get(key) ?? textOf(rows(node))
    seen.set(key, text)
    return text
  })
  return new Set(told).size > 1
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
const familyOf = (trace: Trace | null): Family =>
  trace?.forward.hops[0].before.src.includes(':') ? 6 : 4
