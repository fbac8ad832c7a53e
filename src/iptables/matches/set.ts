import type { Match } from '../../engine/rule.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type Complaint, complaint } from '../issue.ts'
import type {
  MatchText,
  ModuleOption,
  NamedSet,
  OptionUse,
  RuleModule,
  RuleSoFar,
} from '../module.ts'
import { byteLength } from '../words/utf8.ts'

type SetMatch = Extract<Match, { kind: 'set' }>
type Direction = SetMatch['directions'][number]

const MAX_NAME = 31
const MAX_DIRECTIONS = 6

const OPTIONS: readonly ModuleOption[] = [
  { name: 'match-set', synonyms: ['set'], takes: 'value' },
  { name: 'return-nomatch', takes: 'nothing' },
  { name: 'update-counters', takes: 'nothing' },
  { name: 'packets-eq', takes: 'value' },
  { name: 'packets-lt', takes: 'value' },
  { name: 'packets-gt', takes: 'value' },
  { name: 'bytes-eq', takes: 'value' },
  { name: 'bytes-lt', takes: 'value' },
  { name: 'bytes-gt', takes: 'value' },
  { name: 'update-subcounters', takes: 'nothing' },
]

/** `-m set --match-set`. Source: iptables 1.8.9, measured. */
export const set: MatchText<SetMatch> = {
  name: () => 'set',
  save: (match) => show(match, '--'),
  list: (match) => show(match, ''),
}

export const setModules = (): readonly RuleModule<Match>[] => [
  { name: 'set', options: OPTIONS, open },
]

function open() {
  let read: SetMatch | null = null

  function take(call: OptionUse, rule: RuleSoFar): Complaint | null {
    if (call.option !== 'match-set') return complaint('unsupported-option', `--${call.option}`)
    if (read) return complaint('repeated-option', '--match-set can be specified only once')
    const parsed = parseMatchSet(call, rule.sets, rule.family)
    if (!parsed.ok) return parsed.error
    read = parsed.value
    return null
  }

  function check(): Complaint | null {
    if (read) return null
    return complaint('missing-option', "You must specify `--match-set' with proper arguments")
  }

  return { take, check, build: () => ok(read) }
}

function parseMatchSet(
  { value, negated, second }: OptionUse,
  sets: readonly NamedSet[] | undefined,
  family: NamedSet['family'],
): Result<SetMatch, Complaint> {
  const flags = second()
  if (flags === null) {
    return err(complaint('missing-argument', '--match-set requires two args.'))
  }
  if (byteLength(value) > MAX_NAME) {
    const message = `setname \`${value}' too long, max ${MAX_NAME} characters.`
    return err(complaint('bad-name', message))
  }
  const known = sets?.find(({ name }) => name === value)
  if (sets && !known) return err(complaint('unknown-set', `Set ${value} doesn't exist.`))
  if (known && known.family !== family) {
    const message = `The protocol family of set ${value} is IPv${known.family}, which is not applicable.`
    return err(complaint('other-family-set', message))
  }
  const directions = parseDirections(flags)
  return directions.ok
    ? ok({ kind: 'set', set: value, directions: directions.value, negated })
    : directions
}

function parseDirections(text: string): Result<readonly Direction[], Complaint> {
  const directions: Direction[] = []
  for (const word of text.split(',')) {
    if (directions.length === MAX_DIRECTIONS) {
      const message = `Can't be more src/dst options than ${MAX_DIRECTIONS}.`
      return err(complaint('bad-value', message))
    }
    if (word.startsWith('src')) directions.push('src')
    else if (word.startsWith('dst')) directions.push('dst')
    else {
      const message = "You must spefify (the comma separated list of) 'src' or 'dst'."
      return err(complaint('bad-value', message))
    }
  }
  return ok(directions)
}

const show = ({ set: name, directions, negated }: SetMatch, dashes: string): string =>
  `${negated ? ' !' : ''} ${dashes}match-set ${name} ${directions.join(',')}`
