import { address, code, type Sentence, say } from '../sentence.ts'
import type { TwinWords } from './twin-words.ts'

const withText = (text: string | null): Sentence => (text === null ? [] : say`, ${code(text)}`)

export const twinEn: TwinWords = {
  title: (scenario) => say`${scenario}, in words`,
  headings: {
    result: 'Result',
    scenario: 'Scenario',
    map: 'The network',
    memory: 'What conntrack keeps',
    assumed: 'Assumed',
    fixes: 'Smallest fixes',
  },
  scenario: (title) => say`Scenario: ${title}.`,
  system: (name) => say`System: ${name}.`,
  defaultSnat: (cluster, on) => say`Default SNAT of ${code(cluster)} is ${on ? 'on' : 'off'}.`,
  manifests: {
    applied: say`The configuration in the editor is applied.`,
    draft: say`The configuration in the editor is a draft: it is not in the cluster.`,
    none: say`No configuration is applied.`,
  },
  sends: (from, packet) => say`${code(from)} sends ${packet}.`,
  existing: say`The flow began before the last change of the cluster.`,
  between: ', ',
  more: (count) => say`${count} more.`,
  external: (external) => say`external address ${address(external)}`,
  endedBy: {
    dropped: (place) => say`Dropped by: ${place}.`,
    unanswered: (place) => say`It arrived, but the reply was dropped by: ${place}.`,
    delivered: (place) => say`Delivered to: ${place}.`,
    undetermined: (place) => say`Not certain from here on: ${place}.`,
  },
  why: (reason) => say`Why it ends there: ${reason}`,
  firstFailure: (step) => say`First step that fails: ${step}.`,
  decidedBy: (node, chain, line, text) =>
    say`Deciding rule on ${code(node)}: rule ${line} of ${code(chain)}${withText(text)}.`,
  noRuleDecided: (node) => say`No rule decided on ${code(node)}: the policy of the chain did.`,
  sourceWas: (because) => say`The source: ${because}`,
  notice: (symptom) => say`What one notices: ${symptom}`,
  chance: (percent, summary) => say`With a probability of ${percent}%: ${summary}`,
  packet: (packet) => say`Packet: ${packet}.`,
  verdict: (mood) => say`Verdict: ${mood}.`,
  changed: {
    src: (from, to) => say`The source changes from ${from} to ${to}.`,
    dst: (from, to) => say`The destination changes from ${from} to ${to}.`,
    sport: (from, to) => say`The source port changes from ${from} to ${to}.`,
    dport: (from, to) => say`The destination port changes from ${from} to ${to}.`,
  },
  rule: (chain, line, text) => say`Rule ${line} of ${code(chain)}${withText(text)}: `,
  moreRules: (count) =>
    count === 1
      ? say`1 more rule was tried, and did not match.`
      : say`${count} more rules were tried, and none matched.`,
  check: (name, asks, state) => say`${name}: ${state}. (${asks})`,
  remembers: (node) => say`${code(node)} remembers the flow.`,
  fix: (number) => say`Fix ${number}`,
}
