import * as v from 'valibot'
import { err, ok, type Result } from '../net/result.ts'
import { flowSchema, scenarioSchema } from './document.ts'
import type { ScenarioState } from './state.ts'

export interface Restored {
  readonly state: ScenarioState
  /** Paths of what was not valid and had to be left out, e.g. `document.nodes.0.routes`. */
  readonly lost: readonly string[]
}

/** What cannot be left out, e.g. `document.vpc.name`. */
export interface Unrestorable {
  readonly path: string
}

/**
 * Anything at all to a state, as it comes out of a link or a file: what is not valid is left out as
 * long as the rest still is a state. The value returned is made anew, and holds known fields only.
 */
export function restoreState(value: unknown): Result<Restored, Unrestorable> {
  let draft = value
  const lost = new Set<string>()
  for (let round = 0; round <= MOST_LOST; round += 1) {
    const parsed = v.safeParse(stateSchema, draft)
    if (parsed.success) return ok({ state: withFlow(parsed.output), lost: [...lost] })
    const keys = keysOf(parsed.issues[0])
    lost.add(keys.join('.').slice(0, LONGEST_PATH))
    const whole = keys.length === 0 || (keys.length === 1 && keys[0] === 'document')
    const remaining = whole ? NOTHING_LEFT : without(draft, keys)
    if (remaining === NOTHING_LEFT) break
    draft = remaining
  }
  const [first = ''] = lost
  return err({ path: first })
}

/** A state with more faults than this was not made by us, and is not worth mending. */
const MOST_LOST = 32
const LONGEST_PATH = 120

/** As typed, so far more than a scenario's own flows may hold; the engine says what is wrong. */
const typed = v.pipe(v.string(), v.maxLength(2000))
const number = v.pipe(v.number(), v.integer(), v.minValue(0))
const configText = v.pipe(v.string(), v.maxLength(1 << 18))

const stateSchema = v.strictObject({
  document: scenarioSchema,
  manifests: v.optional(
    v.strictObject({
      applied: v.optional(v.boolean(), false),
      text: v.optional(configText, ''),
      inForce: v.optional(v.nullable(configText), null),
    }),
    { applied: false, text: '', inForce: null },
  ),
  began: v.exactOptional(
    v.strictObject({
      disableDefaultSnat: v.exactOptional(v.boolean()),
      manualRules: v.exactOptional(v.record(v.string(), configText)),
    }),
  ),
  flow: v.optional(
    v.strictObject({
      name: v.optional(typed, 'flow'),
      from: typed,
      to: v.optional(typed, ''),
      protocol: v.optional(flowSchema.entries.protocol, 'tcp'),
      port: v.exactOptional(number),
      sourcePort: v.exactOptional(number),
      sourceAddress: v.exactOptional(typed),
      icmpType: v.exactOptional(number),
      existing: v.exactOptional(v.boolean()),
    }),
  ),
})

/** Without a flow of its own a state shows the scenario's first. */
function withFlow({
  document,
  manifests,
  flow,
  began,
}: v.InferOutput<typeof stateSchema>): ScenarioState {
  const first = document.flows[0]
  const from = document.pods[0]?.name ?? document.nodes[0]?.name ?? ''
  return {
    document,
    manifests,
    ...(began === undefined ? {} : { began }),
    flow: flow ?? first ?? { name: 'flow', from, to: '', protocol: 'tcp' },
  }
}

type Keys = readonly (string | number)[]

const keysOf = (issue: v.BaseIssue<unknown>): Keys =>
  (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))

const NOTHING_LEFT = Symbol('nothing left')

/** A copy without the member at `keys`; where that is missing, without what should have held it. */
function without(value: unknown, keys: Keys): unknown {
  const [key, ...deeper] = keys
  if (key === undefined || typeof value !== 'object' || value === null) return NOTHING_LEFT
  if (!Object.hasOwn(value, key)) return NOTHING_LEFT
  const member: unknown = (value as Readonly<Record<string | number, unknown>>)[key]
  const remaining = deeper.length > 0 ? without(member, deeper) : NOTHING_LEFT
  if (Array.isArray(value)) {
    return remaining === NOTHING_LEFT
      ? value.toSpliced(Number(key), 1)
      : value.with(Number(key), remaining)
  }
  const entries = Object.entries(value).filter(([name]) => name !== String(key))
  if (remaining !== NOTHING_LEFT) entries.push([String(key), remaining])
  return Object.fromEntries(entries)
}
