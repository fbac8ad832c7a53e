import type { ConntrackState, Match } from '../../engine/rule.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type CheckedOption, recordOf } from '../checked-options.ts'
import { type Complaint, complaint } from '../issue.ts'
import type { MatchText, OptionUse, RuleModule } from '../module.ts'

type Conntrack = Extract<Match, { kind: 'conntrack' }>

/** `-m conntrack --ctstate` and its older name `-m state`. Source: iptables 1.8.9, measured. */
export const conntrack: MatchText<Conntrack> = {
  name: ({ module }) => module,
  save: (match) => `${match.negated ? ' !' : ''} --${optionOf(match)} ${match.states.join(',')}`,
  list: (match) => `${match.negated ? ' !' : ''} ${optionOf(match)} ${match.states.join(',')}`,
}

export const conntrackModules = (): readonly RuleModule<Match>[] => [
  stateModule('conntrack', 'ctstate', [
    'ctproto',
    'ctorigsrc',
    'ctorigdst',
    'ctreplsrc',
    'ctrepldst',
    'ctstatus',
    'ctexpire',
    'ctorigsrcport',
    'ctorigdstport',
    'ctreplsrcport',
    'ctrepldstport',
    'ctdir',
  ]),
  stateModule('state', 'state', []),
]

/** In the order in which they are printed. */
const STATES: readonly ConntrackState[] = [
  'INVALID',
  'NEW',
  'RELATED',
  'ESTABLISHED',
  'UNTRACKED',
  'SNAT',
  'DNAT',
]

const TRANSLATIONS: readonly ConntrackState[] = ['SNAT', 'DNAT']

const optionOf = ({ module }: Conntrack): string => (module === 'state' ? 'state' : 'ctstate')

function stateModule(
  module: Conntrack['module'],
  option: string,
  foreign: readonly string[],
): RuleModule<Match> {
  const mandatory = module === 'state'
  const known: CheckedOption = { name: option, takes: 'value', negatable: true, mandatory }
  const options = [known, ...foreign.map((name) => ({ name, takes: 'value' }) as const)]

  function open() {
    const record = recordOf(module, options)
    let read: Conntrack = { kind: 'conntrack', module, states: [], negated: false }

    function take(call: OptionUse): Complaint | null {
      if (call.option !== option) return complaint('unsupported-option', `--${call.option}`)
      const trouble = record.note(call)
      if (trouble) return trouble
      const states = parseStates(call.value, module)
      if (!states.ok) return states.error
      read = { ...read, states: states.value, negated: call.negated }
      return null
    }

    function check(): Complaint | null {
      if (mandatory || record.used.size > 0) return record.check()
      return complaint('missing-option', 'conntrack: At least one option is required')
    }

    return { take, check, build: () => ok<Match>(read) }
  }

  return { name: module, options, open }
}

/** A list of names or of beginnings of names, in either case. */
function parseStates(
  text: string,
  module: Conntrack['module'],
): Result<readonly ConntrackState[], Complaint> {
  const known = STATES.filter((state) => module === 'conntrack' || !TRANSLATIONS.includes(state))
  const chosen = new Set<ConntrackState>()
  let from = 0
  for (const name of text.split(',')) {
    const state = SEARCHED.find(
      (each) => known.includes(each) && each.startsWith(name.toUpperCase()),
    )
    if (name === '' || state === undefined) return err(badState(module, text.slice(from)))
    chosen.add(state)
    from += name.length + 1
  }
  return ok(STATES.filter((state) => chosen.has(state)))
}

/** The order in which an abbreviation is looked for. */
const SEARCHED: readonly ConntrackState[] = [
  'INVALID',
  'NEW',
  'ESTABLISHED',
  'RELATED',
  'UNTRACKED',
  'SNAT',
  'DNAT',
]

function badState(module: Conntrack['module'], left: string): Complaint {
  if (module === 'conntrack') return complaint('bad-value', `Bad ctstate "${left}"`)
  if (left !== '') return complaint('bad-value', `Bad state "${left}"`)
  const advice = 'requires a list of states with no spaces, e.g. ESTABLISHED,RELATED'
  return complaint('bad-value', `"--state" ${advice}`)
}
