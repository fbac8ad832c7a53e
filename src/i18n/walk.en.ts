import type { FailedMatch } from '../engine/trace.ts'
import { hexMark, percentOf } from './figures.ts'
import type { FailedMatchText, Messages } from './messages.ts'
import { address, cidr, code, type Sentence, say } from './sentence.ts'

const FIELDS: Readonly<Record<Exclude<FailedMatch['field'], 'extension'>, string>> = {
  source: 'source',
  destination: 'destination',
  'in-interface': 'input interface',
  'out-interface': 'output interface',
  protocol: 'protocol',
  'source-port': 'source port',
  'destination-port': 'destination port',
}
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']

const part = (index: number, got: string): string =>
  `${ORDINALS[index]} ${got.includes(':') ? 'group' : 'octet'} differs`

function failedSentence(failed: FailedMatch): Sentence {
  const { wanted, got, negated } = failed
  if (failed.field === 'extension') {
    return negated
      ? say`${code(failed.module)} wants anything but ${code(wanted)}; this packet has ${code(got)}.`
      : say`${code(failed.module)} wants ${code(wanted)}; this packet has ${code(got)}.`
  }
  if (failed.field === 'source' || failed.field === 'destination') {
    const subject = say`The ${FIELDS[failed.field]} ${address(got)}`
    if (negated) return say`${subject} lies in ${cidr(wanted)}, which the rule leaves out.`
    if (failed.part === null) return say`${subject} does not lie in ${cidr(wanted)}.`
    return say`${subject} does not lie in ${cidr(wanted)}: the ${part(failed.part, got)}.`
  }
  const field = FIELDS[failed.field]
  return negated
    ? say`The rule wants any ${field} but ${code(wanted)}; this packet has ${code(got)}.`
    : say`The rule wants the ${field} ${code(wanted)}; this packet has ${code(got)}.`
}

function failedShort(failed: FailedMatch): string {
  if (failed.field === 'extension') return `${failed.module}: ${failed.got}`
  if (failed.field !== 'source' && failed.field !== 'destination') {
    return `${FIELDS[failed.field]} is ${failed.got}`
  }
  if (failed.negated) return `${FIELDS[failed.field]} left out`
  return failed.part === null ? `other ${FIELDS[failed.field]}` : part(failed.part, failed.got)
}

export const failedMatchEn: FailedMatchText = { sentence: failedSentence, short: failedShort }

export const stepsEn: Messages['steps'] = {
  entered: (s) => say`The packet enters ${code(s.chain)}.`,
  skipped: (s) => failedSentence(s.failed),
  matched: (s) => say`Rule ${s.rule.line} of ${code(s.rule.chain)} matches.`,
  resumed: (s) => say`Back from ${code(s.from)} to ${code(s.chain)}, on with rule ${s.line}.`,
  policy: (s) => say`${code(s.chain)} ends: its policy is ${code(s.policy)}.`,
}

export const deedsEn: Messages['deeds'] = {
  counted: () => say`It has no target: it only counts.`,
  jumped: (d) => say`It jumps to ${code(d.chain)}.`,
  went: (d) => say`It goes to ${code(d.chain)}, without a way back to this chain.`,
  returned: () => say`It returns to the calling chain, where the search goes on.`,
  accepted: () => say`It accepts: no further nat rule is tried.`,
  logged: (d) => say`It writes a log line ${code(d.prefix)} and goes on.`,
  marked: (d) =>
    say`It sets the mark of the ${d.of} from ${code(hexMark(d.from))} to ${code(hexMark(d.to))} and goes on.`,
  rewrote: (d) => say`${code(d.target)} rewrites the packet, and no further nat rule is tried.`,
  bound: (d) =>
    say`${code(d.target)} ends the search, but every field already has the value it would give.`,
  tunnelled: (d) => say`It sends the packet through a tunnel to ${code(d.node)}.`,
  dropped: (d) => say`It drops the packet: ${code(d.text)}.`,
  undetermined: (d) => say`It matches with a probability of ${percentOf(d.probability)}%.`,
}
