import type { Match } from '../../engine/rule.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type CheckedOption, recordOf } from '../checked-options.ts'
import { type Complaint, complaint } from '../issue.ts'
import type { MatchText, OptionUse, RuleModule } from '../module.ts'
import { parseU32 } from '../words/mark.ts'

type Statistic = Extract<Match, { kind: 'statistic' }>

/** Probabilities are kept in these steps. */
const STEPS = 2 ** 31

/** `-m statistic`. Source: iptables 1.8.9, measured. */
export const statistic: MatchText<Statistic> = {
  name: () => 'statistic',
  save: (match) => {
    const not = match.negated ? ' !' : ''
    return match.mode === 'random'
      ? ` --mode random${not} --probability ${elevenDigits(match.probability)}`
      : ` --mode nth${not} --every ${match.every} --packet ${match.packet}`
  },
  list: (match) => {
    const not = match.negated ? ' !' : ''
    if (match.mode === 'random') {
      return ` statistic mode random${not} probability ${elevenDigits(match.probability)}`
    }
    const packet = match.packet === 0 ? '' : ` packet ${match.packet}`
    return ` statistic mode nth${not} every ${match.every}${packet}`
  },
}

export const statisticModules = (): readonly RuleModule<Match>[] => [
  { name: 'statistic', options: options(), open },
]

function options(): readonly CheckedOption[] {
  const numbered: Pick<CheckedOption, 'takes' | 'excludes'> = {
    takes: 'value',
    excludes: ['probability'],
  }
  return [
    { name: 'mode', takes: 'value', mandatory: true },
    { name: 'probability', takes: 'value', negatable: true, excludes: ['every', 'packet'] },
    { name: 'every', ...numbered, negatable: true, needs: ['packet'] },
    { name: 'packet', ...numbered, needs: ['every'] },
  ]
}

function open() {
  const record = recordOf('statistic', options())
  let mode: Statistic['mode'] = 'random'
  let negated = false
  const numbers = { probability: 0, every: 1, packet: 0 }

  function take(call: OptionUse): Complaint | null {
    negated ||= call.negated
    const trouble = record.note(call)
    if (trouble) return trouble
    if (call.option === 'mode') {
      if (call.value !== 'random' && call.value !== 'nth') {
        return complaint('bad-value', `Bad mode "${call.value}"`)
      }
      mode = call.value
      return null
    }
    const number = parseNumber(call)
    if (!number.ok) return number.error
    Object.assign(numbers, { [call.option]: number.value })
    return null
  }

  function check(): Complaint | null {
    if (mode === 'random' && !record.used.has('probability')) {
      const message = '--probability must be specified when using random mode'
      return complaint('missing-option', message)
    }
    if (mode === 'nth' && !record.used.has('every') && !record.used.has('packet')) {
      const message = '--every and --packet must be specified when using nth mode'
      return complaint('missing-option', message)
    }
    if (mode === 'nth' && numbers.packet > numbers.every - 1) {
      return complaint('bad-value', 'the --packet p must be 0 <= p <= n-1')
    }
    return record.check()
  }

  function build(): Result<Match, Complaint> {
    const { probability, every, packet } = numbers
    return ok(
      mode === 'random'
        ? { kind: 'statistic', mode, probability, negated }
        : { kind: 'statistic', mode, every, packet, negated },
    )
  }

  return { take, check, build }
}

/** As printf("%.11f") rounds: exactly, and half to even, which toFixed does not. */
function elevenDigits(probability: number): string {
  const halves = BigInt(Math.round(probability * STEPS)) * 5n ** 11n
  const whole = halves >> 20n
  const rest = halves & 0xfffffn
  const up = rest > 0x80000n || (rest === 0x80000n && (whole & 1n) === 1n)
  const digits = `${up ? whole + 1n : whole}`.padStart(12, '0')
  return `${digits.slice(0, -11)}.${digits.slice(-11)}`
}

const FLOAT = /^[ \t\n\v\f\r]*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/

function parseNumber({ option, value }: OptionUse): Result<number, Complaint> {
  if (option !== 'probability')
    return parseU32(value, 'statistic', option, option === 'every' ? 1 : 0)
  const number = FLOAT.test(value) ? Number(value) : Number.NaN
  if (number >= 0 && number <= 1) return ok(Math.round(number * STEPS) / STEPS)
  const message = 'statistic: bad value for option "--probability", or out of range (0-1).'
  return err(complaint('bad-value', message))
}
