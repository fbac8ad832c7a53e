import type { Match } from '../../engine/rule.ts'
import { ok } from '../../net/result.ts'
import { type CheckedOption, recordOf } from '../checked-options.ts'
import type { MatchText, OptionUse, RuleModule } from '../module.ts'
import { quoted } from '../words/quoted.ts'
import { firstBytes } from '../words/utf8.ts'

type Comment = Extract<Match, { kind: 'comment' }>

const MAX_BYTES = 255

/** `-m comment`. A longer text is cut off. Source: iptables 1.8.9, measured. */
export const comment: MatchText<Comment> = {
  name: () => 'comment',
  save: ({ text }) => ` --comment ${quoted(text)}`,
  list: ({ text }) => ` /* ${text} */`,
}

export const commentModules = (): readonly RuleModule<Match>[] => [
  { name: 'comment', options: options(), open },
]

function options(): readonly CheckedOption[] {
  return [{ name: 'comment', takes: 'value', mandatory: true }]
}

function open() {
  const record = recordOf('comment', options())
  let text = ''
  return {
    take: (call: OptionUse) => {
      text = firstBytes(call.value, MAX_BYTES)
      return record.note(call)
    },
    check: record.check,
    build: () => ok<Match>({ kind: 'comment', text }),
  }
}
