import type { ChainWords } from './chain-words.ts'
import { code, say } from './sentence.ts'

export const chainEn: ChainWords = {
  whyNot: 'Why not this row?',
  why: 'Why this row?',
  stopAt: (line, chain) => `Stop at rule ${line} of ${chain}`,
  stopsHere: 'Playing stops here',
  shadowed: (line) => `never: rule ${line} covers it`,
  shadowedBy: (line, chain) =>
    say`Rule ${line} of ${code(chain)} takes every packet that this rule would match: it can never decide.`,
  missing: 'missing on the node',
  missingBecause: {
    'not-read-yet': say`The configuration says so, but it has not reached this node yet.`,
    'typed-away': say`The configuration says so, but somebody took the rule away on the node by hand.`,
    'node-not-replaced': say`The cluster is set so, but this node was made before and keeps its old rules until it is replaced.`,
    'no-agent': say`The ConfigMap says so, but no agent runs that would read it.`,
    'wrong-name': say`The manifest says so, but under a name or in a namespace where nobody looks for it.`,
  },
  missingChain: (chain, rules) => say`${code(chain)} does not stand on this node (${rules})`,
  endedBefore: (line, chain) =>
    say`The packet had left before it, at rule ${line} of ${code(chain)}.`,
  endedByPolicy: say`The walk had ended before it.`,
  neverEntered: (chain) => say`No rule led the packet into ${code(chain)}.`,
  wouldMatch: 'Had the packet come this far, the rule would have matched.',
  wouldNotMatch: 'It would not have matched either.',
  wouldByChance: (percent) =>
    `Had the packet come this far, chance would have decided: ${percent}%.`,
  counted: (packets, bytes) => `${packets} pkt · ${bytes} B`,
  countedSpoken: (packets, bytes) =>
    `counter: ${packets} ${packets === 1 ? 'packet' : 'packets'}, ${bytes} bytes`,
  trying: (rule, of) => `trying ${rule} of ${of}`,
  into: 'Step into: next rule',
  backOut: 'Back by one rule',
  stepping: 'Step through the rules',
  row: 'Row',
  atRow: (row, of) => `row ${row} of ${of}`,
  stoppedAt: (line, chain) => `Stopped at rule ${line} of ${chain}`,
  clearStops: (stops) =>
    stops === 1 ? 'Remove the breakpoint' : `Remove all ${stops} breakpoints`,
  besideConfig: 'Configuration beside the rules',
  over: 'Step over: next hop',
  jumpToResult: 'Jump to the result',
  stepsThrough: (rules) => (rules === 1 ? 'Step into 1 rule' : `Step into ${rules} rules`),
}
