import type { Target } from '../../engine/rule.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type CheckedOption, recordOf } from '../checked-options.ts'
import { type Complaint, complaint } from '../issue.ts'
import type { Listing, OptionUse, RuleModule, TargetText } from '../module.ts'
import { wholeUnsigned } from '../words/c-number.ts'
import { quoted } from '../words/quoted.ts'
import { firstBytes } from '../words/utf8.ts'

type Log = Extract<Target, { kind: 'log' }>
type LogOption = Log['options'][number]

const DEFAULT_LEVEL = 4
const MAX_PREFIX = 29

/** Each option and its bit, in the order in which they are printed. */
const FLAGS: readonly (readonly [LogOption, number])[] = [
  ['tcp-sequence', 1],
  ['tcp-options', 2],
  ['ip-options', 4],
  ['uid', 8],
  ['macdecode', 32],
]

/** What a level is called in a listing. */
const NAMES = ['emerg', 'alert', 'crit', 'err', 'warn', 'notice', 'info', 'debug']

/** What a level may be called in a rule. */
const LEVELS = new Map([
  ['alert', 1],
  ['crit', 2],
  ['debug', 7],
  ['emerg', 0],
  ['error', 3],
  ['info', 6],
  ['notice', 5],
  ['panic', 0],
  ['warning', 4],
])

/** `-j LOG`. A longer prefix is cut off. Source: iptables 1.8.9, measured. */
export const log: TargetText<Log> = {
  name: () => 'LOG',
  save: ({ prefix, level = DEFAULT_LEVEL, options: chosen }) =>
    (prefix === undefined ? '' : ` --log-prefix ${quoted(prefix)}`) +
    (level === DEFAULT_LEVEL ? '' : ` --log-level ${level}`) +
    chosen.map((option) => ` --log-${option}`).join(''),
  list: (target, listing) => ` LOG${summary(target, listing)}`,
}

export const logModules = (): readonly RuleModule<Target>[] => [
  { name: 'LOG', options: options(), open },
]

function options(): readonly CheckedOption[] {
  return [
    { name: 'log-tcp-sequence', takes: 'nothing' },
    { name: 'log-tcp-options', takes: 'nothing' },
    { name: 'log-ip-options', takes: 'nothing' },
    { name: 'log-uid', takes: 'nothing' },
    { name: 'log-macdecode', takes: 'nothing' },
    { name: 'log-level', takes: 'value' },
    { name: 'log-prefix', takes: 'value' },
  ]
}

function summary({ prefix, level = DEFAULT_LEVEL, options: chosen }: Log, { numeric }: Listing) {
  const tail = prefix === undefined ? '' : ` prefix "${prefix}"`
  if (numeric) {
    const bits = FLAGS.filter(([option]) => chosen.includes(option)).map(([, bit]) => bit)
    return ` flags ${bits.reduce((sum, bit) => sum + bit, 0)} level ${level}${tail}`
  }
  return ` level ${NAMES[level]}${chosen.map((option) => ` ${option}`).join('')}${tail}`
}

function open() {
  const record = recordOf('LOG', options())
  let level = DEFAULT_LEVEL
  let prefix: string | undefined

  function take(call: OptionUse): Complaint | null {
    const trouble = record.note(call)
    if (trouble) return trouble
    if (call.option === 'log-prefix') {
      prefix = firstBytes(call.value, MAX_PREFIX)
      return badPrefix(call.value)
    }
    if (call.option !== 'log-level') return null
    const parsed = parseLevel(call.value)
    if (!parsed.ok) return parsed.error
    level = parsed.value
    return null
  }

  function build() {
    const chosen = FLAGS.map(([option]) => option).filter((option) =>
      record.used.has(`log-${option}`),
    )
    return ok<Target>({
      kind: 'log',
      options: chosen,
      ...(prefix === undefined ? {} : { prefix }),
      ...(level === DEFAULT_LEVEL ? {} : { level }),
    })
  }

  return { take, check: record.check, build }
}

function badPrefix(text: string): Complaint | null {
  if (text === '') {
    return complaint('bad-value', 'Argument must have a minimum length of 1 characters')
  }
  return text.includes('\n') ? complaint('bad-value', 'Newlines not allowed in --log-prefix') : null
}

function parseLevel(text: string): Result<number, Complaint> {
  const level = wholeUnsigned(text, 7) ?? LEVELS.get(text)
  return level === undefined
    ? err(complaint('bad-value', `log level "${text}" unknown`))
    : ok(level)
}
