import type { Assumption, Hop, Leg, PathCheck, PathStep } from './trace.ts'

/** What there is to read the path from. */
export interface Legs {
  readonly forward: Leg
  readonly reply: Leg | null
  readonly assumptions: readonly Assumption[]
}

/**
 * The whole path as questions, each answered by a hop. `passed` without a hop is taken for granted,
 * and an assumption says so.
 */
export function pathOf(legs: Legs): readonly PathCheck[] {
  const answers = answersOf(legs)
  const end = STEPS.findIndex((step) => endsAt(answers.get(step) ?? []))
  return STEPS.map((step, i): PathCheck => {
    const answer = deciding(step, answers.get(step) ?? [])
    if (answer) return { step, state: stateOf(answer.hop), hop: positionOf(answer) }
    const beyond = end >= 0 && (i > end || (step === 'node' && meantForNode(legs.forward)))
    if (beyond) return { step, state: 'not-reached', hop: null }
    return { step, state: isGranted(step, legs) ? 'passed' : 'not-needed', hop: null }
  })
}

const STEPS = [
  'node',
  'forward-route',
  'egress-firewall',
  'second-translation',
  'far-firewall',
  'destination',
  'return-route',
  'return-state',
] as const satisfies readonly PathStep[]

interface Answer {
  readonly leg: 'forward' | 'reply'
  readonly index: number
  readonly hop: Hop
}

function answersOf({ forward, reply }: Legs): ReadonlyMap<PathStep, readonly Answer[]> {
  const answers = new Map<PathStep, Answer[]>()
  const collect = (leg: Answer['leg'], hops: readonly Hop[], stepOf: StepOf): void => {
    for (const [index, hop] of hops.entries()) {
      const step = stepOf(hop)
      if (step) answers.set(step, [...(answers.get(step) ?? []), { leg, index, hop }])
    }
  }
  collect('forward', forward.hops, stepForward)
  collect('reply', reply?.hops ?? [], stepBack)
  return answers
}

type StepOf = (hop: Hop) => PathStep | null

function stepForward({ place, stage, reason }: Hop): PathStep | null {
  if (reason.code === 'refused-no-endpoints' || reason.code === 'dropped-no-local-endpoints') {
    return 'destination'
  }
  if (reason.code === 'dropped-network-policy-egress') return 'egress-firewall'
  switch (stage) {
    case 'send':
      return null
    case 'arrival':
      return 'destination'
    case 'cloud-nat':
      return 'second-translation'
    case 'firewall':
      return isEgress(reason) ? 'egress-firewall' : 'far-firewall'
    case 'vpc-routing':
      return 'forward-route'
    default:
      return place.startsWith('node:') ? 'node' : 'forward-route'
  }
}

const isEgress = (reason: Hop['reason']): boolean =>
  'direction' in reason && reason.direction === 'egress'

function stepBack({ stage, reason }: Hop): PathStep | null {
  if (STATES.includes(reason.code)) return 'return-state'
  if (stage === 'send') return null
  return stage === 'vpc-routing' || stage === 'attachment' ? 'return-route' : 'return-state'
}

const STATES: readonly string[] = ['dropped-reply-unknown', 'dropped-asymmetric']

const endsAt = (answers: readonly Answer[]): boolean =>
  answers.some(({ hop: { mood, reason } }) => mood === 'dropped' || isMissing(mood, reason))

/** A chance is undetermined too, but the likeliest way is told to its end. */
const isMissing = (mood: Hop['mood'], { code }: Hop['reason']): boolean =>
  mood === 'undetermined' && code !== 'chance-decides'

/** Where it ended; else, of a node, what changed the source or was the last to look at it. */
function deciding(step: PathStep, answers: readonly Answer[]): Answer | undefined {
  const bad = answers.find(({ hop }) => hop.mood === 'dropped' || hop.mood === 'undetermined')
  if (bad) return bad
  if (step !== 'node') return step.endsWith('route') ? answers[0] : answers.at(-1)
  const changed = answers.find(({ hop }) => hop.changes.some(({ field }) => field === 'src'))
  const place = answers[0]?.hop.place
  return changed ?? answers.findLast(({ hop }) => hop.place === place)
}

function stateOf({ mood }: Hop): PathCheck['state'] {
  if (mood === 'dropped') return 'failed'
  return mood === 'undetermined' ? 'unknown' : 'passed'
}

const positionOf = ({ leg, index }: Answer): PathCheck['hop'] => ({ leg, index })

/** A packet from outside that was dropped on its way to a node never came to one. */
const meantForNode = ({ hops }: Leg): boolean =>
  ['pod', 'node'].includes(hops.at(-1)?.after.dstOwner ?? 'far')

const isGranted = (step: PathStep, { assumptions }: Legs): boolean =>
  assumptions.some(({ code }) => code === GRANTED[step])

const GRANTED: Partial<Record<PathStep, Assumption['code']>> = {
  'egress-firewall': 'vpc-egress-allowed',
  'far-firewall': 'vpc-ingress-allowed',
}
