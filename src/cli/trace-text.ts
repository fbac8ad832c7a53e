import type { Hop, PathCheck, PortSeen, Step, Trace } from '../engine/trace.ts'
import { en } from '../i18n/en.ts'
import { reasonSentence } from '../i18n/messages.ts'
import { pathEn } from '../i18n/path.en.ts'
import { plain } from '../i18n/sentence.ts'

const MARK: Readonly<Record<Hop['mood'], string>> = {
  passed: ' ',
  kept: '●',
  translated: '⇄',
  dropped: '✕',
  undetermined: '◌',
  delivered: '✓',
}

/** A trace as text: the path in questions; hop by hop, rule by rule, header before → after; what came of it. */
export function traceText(trace: Trace): string {
  return [
    `flow ${trace.flow}`,
    ...trace.path.map(checkLine),
    '',
    ...trace.forward.hops.flatMap(hopLines),
    ...(trace.reply ? ['reply', ...trace.reply.hops.flatMap(hopLines)] : []),
    ...outcomeLines(trace),
    ...trace.assumptions.map(({ code }) => `  assumed: ${code}`),
    '',
  ].join('\n')
}

const STATE: Readonly<Record<PathCheck['state'], string>> = {
  passed: '✓',
  failed: '✕',
  unknown: '◌',
  'not-needed': '–',
  'not-reached': ' ',
}

function checkLine({ step, state, hop }: PathCheck): string {
  const told = hop === null && state === 'passed' ? pathEn.assumed : pathEn.states[state]
  return `${STATE[state]} ${pathEn.steps[step].name}: ${told}`
}

function outcomeLines({ outcome, path }: Trace): readonly string[] {
  const { kind, lostOn, symptom, seenAs, missing } = outcome
  const how = [kind, lostOn && `on the ${lostOn} way`, symptom].filter(Boolean).join(', ')
  const failed = path.find(({ state }) => state === 'failed')
  return [
    `${how}  source seen ${seenAs.address} (${seenAs.owner}), ${outcome.source}`,
    ...(failed ? [`  ${pathEn.firstFailure(pathEn.steps[failed.step].name)}`] : []),
    ...missing.map((each) => `  ${pathEn.notTold} ${plain(pathEn.missing[each.code](each))}`),
    `  by ${outcome.by}: ${plain(reasonSentence(en, outcome.reason))}`,
    `  because: ${plain(reasonSentence(en, outcome.because))}`,
  ]
}

function hopLines(hop: Hop): string[] {
  const { before, after } = hop
  const line = `${MARK[hop.mood]} ${hop.place}  ${hop.stage}`
  const header = `    ${ends(before)}${hop.changes.length > 0 ? `  ⇒  ${ends(after)}` : ''}`
  const walk = hop.walk ? hop.walk.steps.map((step) => `    ${stepText(step)}`) : []
  return [line, header, ...walk, `    ${plain(reasonSentence(en, hop.reason))}`]
}

const ends = ({ src, dst, sport, dport, protocol }: Hop['before']): string =>
  `${withPort(src, sport)} → ${withPort(dst, dport)} ${protocol}`

function withPort(address: string, port: PortSeen | undefined): string {
  if (!port) return address
  const host = address.includes(':') ? `[${address}]` : address
  return `${host}:${port.kind === 'exact' ? port.port : `${port.lo}-${port.hi}`}`
}

function stepText(step: Step): string {
  switch (step.kind) {
    case 'entered':
      return `${step.chain}`
    case 'skipped':
      return `  ${step.rule.chain} ${step.rule.line}  no: ${step.failed.field} ${step.failed.negated ? '! ' : ''}${step.failed.wanted}, got ${step.failed.got}`
    case 'matched':
      return `  ${step.rule.chain} ${step.rule.line}  yes: ${step.did.kind}`
    case 'resumed':
      return `${step.chain}, resumed at ${step.line} after ${step.from}`
    case 'policy':
      return `  ${step.chain} policy ${step.policy}`
  }
}
