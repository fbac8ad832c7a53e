import type { PathCheck, Trace } from '../../engine/trace.ts'
import { assumptionSentence } from '../messages.ts'
import { type Sentence, say } from '../sentence.ts'
import type { TwinGiven } from './given.ts'
import { tellLeg } from './tell-hop.ts'
import { tellMap } from './tell-map.ts'
import { packetSentence } from './tell-packet.ts'
import { resultSentence, tellResult } from './tell-result.ts'
import { item, type Twin, type TwinItem, type TwinPart, type TwinSection } from './twin.ts'

/** The whole story as a text: what there is, what is sent, what happens to it where, and who ended it. */
export function tellTwin(given: TwinGiven): Twin {
  const { trace, words } = given
  return {
    title: words.twin.title(scenarioTitle(given)),
    sections: [
      ...(trace === null ? [nothingSent(given)] : [resultOf(given, trace)]),
      section(given, 'scenario', { items: aboutScenario(given).map((says) => item(says)) }),
      section(given, 'map', { items: tellMap(given) }),
      ...(trace === null ? [] : story(given, trace)),
      ...fixes(given),
    ],
  }
}

const resultOf = (given: TwinGiven, trace: Trace): TwinSection =>
  section(given, 'result', {
    says: [resultSentence(given, trace)],
    items: tellResult(given, trace),
  })

const nothingSent = (given: TwinGiven): TwinSection =>
  section(given, 'result', { says: [[given.words.messages.ui.shell.notSent]] })

function story(given: TwinGiven, trace: Trace): readonly TwinSection[] {
  const { messages, own, twin, path } = given.words
  const { conntrack, assumptions } = trace
  const { details, hops } = messages.ui
  const reply = tellLeg(given, trace, 'reply')
  return [
    section(given, 'outward', { items: tellLeg(given, trace, 'forward'), ordered: true }),
    section(given, 'reply', {
      says: reply.length === 0 ? [[hops.noReply]] : [],
      items: reply,
      ordered: true,
    }),
    section(given, 'path', {
      items: trace.path.map((check) => {
        const { name, asks } = path.steps[check.step]
        return item(twin.check(name, asks, stateOf(given, check)))
      }),
      ordered: true,
    }),
    ...(conntrack === null
      ? []
      : [
          section(given, 'memory', {
            says: [twin.remembers(conntrack.node)],
            items: [
              item(say`${details.original}: ${packetSentence(conntrack.original)}`),
              item(say`${details.reply}: ${packetSentence(conntrack.reply)}`),
            ],
          }),
        ]),
    ...(assumptions.length === 0
      ? []
      : [
          section(given, 'assumed', {
            items: assumptions.map((each) => item(assumptionSentence(messages, own, each))),
          }),
        ]),
  ]
}

function stateOf({ words: { path } }: TwinGiven, { state, hop }: PathCheck): string {
  return state === 'passed' && hop === null ? path.assumed : path.states[state]
}

function aboutScenario(given: TwinGiven): readonly Sentence[] {
  const { scenario, trace, words } = given
  const { twin, own } = words
  const { applied, text } = scenario.manifests
  const written = applied ? 'applied' : 'draft'
  const sent = trace?.forward.hops[0].before
  return [
    twin.scenario(scenarioTitle(given)),
    ...(own === null ? [] : [twin.system(own.name)]),
    ...scenario.document.clusters
      .slice(0, 1)
      .map(({ name, disableDefaultSnat }) => twin.defaultSnat(name, disableDefaultSnat !== true)),
    twin.manifests[text.trim() === '' ? 'none' : written],
    ...(sent === undefined ? [] : [twin.sends(scenario.flow.from, packetSentence(sent))]),
    ...(scenario.flow.existing === true ? [twin.existing] : []),
  ]
}

/** A built-in scenario is called as in the list of them, one's own as its author called it. */
function scenarioTitle({ scenario, words }: TwinGiven): string {
  const { name, title } = scenario.document.metadata
  const builtins: Readonly<Record<string, string>> = words.messages.ui.panels.controls.builtins
  return (Object.hasOwn(builtins, name) ? builtins[name] : title) ?? name
}

function fixes(given: TwinGiven): readonly TwinSection[] {
  const { detective, twin } = given.words
  const { diagnosis } = given
  if (detective === null || diagnosis === null || diagnosis.fixes.length === 0) return []
  const items = diagnosis.fixes.map(({ changes, effects }, i): TwinItem => {
    const lost = effects.changed === 0 ? detective.noEffects(effects) : detective.effects(effects)
    return item(twin.fix(i + 1), [
      ...changes.map((change) => item(detective.changes[change.code](change))),
      item([lost]),
    ])
  })
  return [section(given, 'fixes', { items, ordered: true })]
}

function section(
  { words: { messages, path, twin } }: TwinGiven,
  part: TwinPart,
  told: Partial<Pick<TwinSection, 'says' | 'items' | 'ordered'>>,
): TwinSection {
  const { outward, reply } = messages.ui.hops
  const headings = { ...twin.headings, outward, reply, path: path.title }
  return { part, heading: headings[part], says: [], items: [], ordered: false, ...told }
}
