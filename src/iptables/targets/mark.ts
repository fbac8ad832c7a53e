import type { Target } from '../../engine/rule.ts'
import { ok, type Result } from '../../net/result.ts'
import { type CheckedOption, recordOf } from '../checked-options.ts'
import { type Complaint, complaint } from '../issue.ts'
import type { OptionUse, RuleModule, TargetText } from '../module.ts'
import { MAX_U32 } from '../words/c-number.ts'
import { hex, type Mark, parseMark, parseU32 } from '../words/mark.ts'

type MarkTarget = Extract<Target, { kind: 'mark' }>

/** `-j MARK`, however it is written. Source: iptables 1.8.9, measured. */
export const mark: TargetText<MarkTarget> = {
  name: () => 'MARK',
  save: ({ value, mask }) => ` --set-xmark ${hex(value)}/${hex(mask)}`,
  list: (target) => ` MARK ${describeMark(target)}`,
}

export const markModules = (): readonly RuleModule<Target>[] => [
  { name: 'MARK', options: markOptions([]), open },
]

const WAYS = ['set-xmark', 'set-mark', 'and-mark', 'or-mark', 'xor-mark']

/** The five ways of writing a mark, any one of which excludes the others and `more`. */
export function markOptions(more: readonly string[]): readonly CheckedOption[] {
  return WAYS.map((name) => ({ name, takes: 'value', excludes: [...WAYS, ...more] }))
}

/** mark = (mark & ~mask) ^ value, for any of the five; null where the option is none of them. */
export function parseMarkWay(
  { option, value }: OptionUse,
  module: string,
): Result<Mark, Complaint> {
  if (option === 'set-xmark' || option === 'set-mark') {
    const parsed = parseMark(value, module, option)
    if (!parsed.ok || option === 'set-xmark') return parsed
    return ok({ value: parsed.value.value, mask: (parsed.value.value | parsed.value.mask) >>> 0 })
  }
  const bits = parseU32(value, module, option)
  if (!bits.ok) return bits
  if (option === 'and-mark') return ok({ value: 0, mask: ~bits.value >>> 0 })
  return ok({ value: bits.value, mask: option === 'or-mark' ? bits.value : 0 })
}

export function describeMark({ value, mask }: Mark): string {
  if (value === 0) return `and ${hex(~mask >>> 0)}`
  if (value === mask) return `or ${hex(value)}`
  if (mask === 0) return `xor ${hex(value)}`
  return mask === MAX_U32 ? `set ${hex(value)}` : `xset ${hex(value)}/${hex(mask)}`
}

function open() {
  const record = recordOf('MARK', markOptions([]))
  let read: Mark = { value: 0, mask: 0 }

  function take(call: OptionUse): Complaint | null {
    const trouble = record.note(call)
    if (trouble) return trouble
    const parsed = parseMarkWay(call, 'MARK')
    if (!parsed.ok) return parsed.error
    read = parsed.value
    return null
  }

  function check(): Complaint | null {
    if (WAYS.some((way) => record.used.has(way))) return record.check()
    const message = 'MARK: One of the --set-xmark, --{and,or,xor,set}-mark options is required'
    return complaint('missing-option', message)
  }

  return { take, check, build: () => ok<Target>({ kind: 'mark', ...read }) }
}
