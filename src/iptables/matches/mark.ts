import type { Match } from '../../engine/rule.ts'
import { ok } from '../../net/result.ts'
import { type CheckedOption, recordOf } from '../checked-options.ts'
import type { Complaint } from '../issue.ts'
import type { MatchText, OptionUse, RuleModule } from '../module.ts'
import { formatMark, parseMark } from '../words/mark.ts'

type MarkMatch = Extract<Match, { kind: 'mark' }>

/** `-m mark` and `-m connmark`. Source: iptables 1.8.9, measured. */
export const mark: MatchText<MarkMatch> = {
  name: ({ of }) => (of === 'packet' ? 'mark' : 'connmark'),
  save: (match) => `${match.negated ? ' !' : ''} --mark ${formatMark(match)}`,
  list: (match) =>
    match.of === 'packet'
      ? ` mark match${match.negated ? ' !' : ''} ${formatMark(match)}`
      : ` connmark match ${match.negated ? '!' : ''} ${formatMark(match)}`,
}

export const markModules = (): readonly RuleModule<Match>[] => [
  markModule('mark', 'packet'),
  markModule('connmark', 'connection'),
]

function markModule(name: string, of: MarkMatch['of']): RuleModule<Match> {
  const options: readonly CheckedOption[] = [
    { name: 'mark', takes: 'value', mandatory: true, negatable: true },
  ]

  function open() {
    const record = recordOf(name, options)
    let read: MarkMatch = { kind: 'mark', of, value: 0, mask: 0, negated: false }

    function take(call: OptionUse): Complaint | null {
      const trouble = record.note(call)
      if (trouble) return trouble
      const parsed = parseMark(call.value, name, 'mark')
      if (!parsed.ok) return parsed.error
      read = { ...read, ...parsed.value, negated: call.negated }
      return null
    }

    return { take, check: record.check, build: () => ok(read) }
  }

  return { name, options, open }
}
