import { type Complaint, complaint } from '../issue.ts'
import { protocolNumber } from '../names/protocols.ts'
import { wholeUnsigned } from '../words/c-number.ts'
import type { Found } from '../words/getopt.ts'
import { byteLength } from '../words/utf8.ts'
import type { Word } from '../words/word.ts'
import { badTargetName } from './chain-name.ts'
import { commandOption } from './command-option.ts'
import { loadMatch, loadTarget } from './load-module.ts'
import { noteOption, programOf, type Reading } from './reading.ts'

type Option = Extract<Found, { kind: 'option' }>
type Handler = (reading: Reading, value: Word, negated: boolean) => Complaint | null

const NO_WORD: Word = { text: '', column: 1 }
const MAX_INTERFACE = 15

/** Of `-s1.2.3.4` and `--source=1.2.3.4` the tool looks at the whole word, dashes and all. */
const WHOLE_WORD = 'sdpijo'

/** One of iptables' own options. Source: do_parse of iptables 1.8.9. */
export function genericOption(
  reading: Reading,
  { spec, value, at, attached }: Option,
  negated: boolean,
): Complaint | null {
  const handler = HANDLERS[spec.key]
  const taken = attached && WHOLE_WORD.includes(spec.key) ? at : value
  if (handler) return handler(reading, taken ?? NO_WORD, negated)
  return commandOption(reading, spec.key, value, negated)
}

const flag =
  (letter: string): Handler =>
  (reading, _value, negated) =>
    noteOption(reading, letter, negated)

const address =
  (letter: string): Handler =>
  (reading, value, negated) => {
    reading.values.set(letter, value)
    return noteOption(reading, letter, negated)
  }

const HANDLERS: Readonly<Record<string, Handler>> = {
  s: address('s'),
  d: address('d'),
  p: protocol,
  i: networkInterface('i'),
  o: networkInterface('o'),
  j: (reading, value, negated) => noteOption(reading, 'j', negated) ?? loadTarget(reading, value),
  g: goTo,
  m: (reading, value, negated) =>
    negated
      ? complaint('not-invertible', 'unexpected ! flag before --match')
      : loadMatch(reading, value),
  t: table,
  c: counters,
  f: fragments,
  v: (reading, _value, negated) =>
    reading.used.has('v') ? null : noteOption(reading, 'v', negated),
  n: flag('n'),
  x: flag('x'),
  0: flag('0'),
  M: () => null,
  w: wait('w'),
  W: wait('W'),
  4: (reading) => otherFamily(reading, 4),
  6: (reading) => otherFamily(reading, 6),
}

function protocol(reading: Reading, value: Word, negated: boolean): Complaint | null {
  const trouble = noteOption(reading, 'p', negated)
  if (trouble) return trouble
  const text = value.text.toLowerCase()
  const number = wholeUnsigned(text, 255) ?? protocolNumber(text)
  if (number === null) {
    return complaint('bad-protocol', `unknown protocol "${text}" specified`)
  }
  reading.protocol = { text, number }
  return number === 0 && negated
    ? complaint('bad-protocol', 'rule would never match protocol')
    : null
}

function networkInterface(letter: 'i' | 'o'): Handler {
  return (reading, { text }, negated) => {
    if (text === '') {
      return complaint('bad-interface', 'Empty interface is likely to be undesired')
    }
    const trouble = noteOption(reading, letter, negated)
    if (trouble) return trouble
    if (byteLength(text) > MAX_INTERFACE) {
      const rule = `must be shorter than IFNAMSIZ (${MAX_INTERFACE})`
      return complaint('bad-interface', `interface name \`${text}' ${rule}`)
    }
    reading.interfaces.set(letter, { pattern: text, negated })
    return null
  }
}

function goTo(reading: Reading, value: Word, negated: boolean): Complaint | null {
  const trouble = noteOption(reading, 'j', negated) ?? badTargetName(value.text)
  if (trouble) return trouble
  reading.jumpTo = value.text
  reading.isGoto = true
  return null
}

function table(reading: Reading, { text }: Word, negated: boolean): Complaint | null {
  if (negated) return complaint('not-invertible', 'unexpected ! flag before --table')
  if (reading.setting.restore) {
    const program = programOf(reading.setting)
    return complaint('option-not-here', `The -t option cannot be used in ${program}.`)
  }
  reading.table = text
  return null
}

function counters(reading: Reading, { text }: Word, negated: boolean): Complaint | null {
  const trouble = noteOption(reading, 'c', negated)
  if (trouble) return trouble
  const comma = text.indexOf(',', 1)
  const bytes = comma < 0 ? reading.reader.takePlain()?.text : text.slice(comma + 1)
  const bad = (what: string): Complaint => complaint('bad-value', `-c ${what}`)
  if (bytes === undefined) return bad('requires packet and byte counter')
  const [packetCount, byteCount] = [text, bytes].map((each) => /^\s*\+?(\d+)/.exec(each)?.[1])
  if (packetCount === undefined) return bad('packet counter not numeric')
  if (byteCount === undefined) return bad('byte counter not numeric')
  reading.counter = { packets: Number(packetCount), bytes: Number(byteCount) }
  return null
}

function fragments(reading: Reading, _value: Word, negated: boolean): Complaint | null {
  if (reading.setting.family === 6) {
    const message = "`-f' is not supported in IPv6, use -m frag instead"
    return complaint('option-not-here', message)
  }
  return noteOption(reading, 'f', negated) ?? complaint('unsupported-option', '-f')
}

function wait(letter: 'w' | 'W'): Handler {
  return (reading, value) => {
    if (reading.setting.restore) {
      return complaint('option-not-here', `You cannot use \`-${letter}' from iptables-restore`)
    }
    const text = value.text === '' ? reading.reader.takePlain()?.text : value.text
    return text === undefined || /^\s*[-+]?\d/.test(text)
      ? null
      : complaint('bad-value', `wait ${letter === 'w' ? 'seconds' : 'interval'} not numeric`)
  }
}

function otherFamily(reading: Reading, family: 4 | 6): Complaint | null {
  if (reading.setting.family === family) return null
  if (!reading.setting.restore) return complaint('bad-argument', '')
  reading.ignored = true
  return null
}
