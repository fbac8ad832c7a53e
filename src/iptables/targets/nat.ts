import type { Hook, PortChoice, Target } from '../../engine/rule.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type CheckedOption, recordOf } from '../checked-options.ts'
import type { Complaint } from '../issue.ts'
import type { OptionUse, RuleModule, RuleSoFar, TargetText } from '../module.ts'
import { formatNatRange, type NatRange, parseNatPorts, parseNatRange } from '../words/nat-range.ts'

type NatKind = 'masquerade' | 'snat' | 'dnat' | 'redirect'
type NatTarget = Extract<Target, { kind: NatKind }>

interface Dialect {
  readonly name: string
  /** The option that says where to, and how a listing introduces it. */
  readonly option: 'to-ports' | 'to-source' | 'to-destination'
  readonly label: string
  readonly flags: readonly Flag[]
  readonly hooks: readonly Hook[]
}

type Flag = 'random' | 'random-fully' | 'persistent'

const DIALECTS: Readonly<Record<NatKind, Dialect>> = {
  masquerade: {
    name: 'MASQUERADE',
    option: 'to-ports',
    label: ' masq ports: ',
    flags: ['random', 'random-fully'],
    hooks: ['POSTROUTING'],
  },
  snat: {
    name: 'SNAT',
    option: 'to-source',
    label: ' to:',
    flags: ['random', 'random-fully', 'persistent'],
    hooks: ['POSTROUTING', 'INPUT'],
  },
  dnat: {
    name: 'DNAT',
    option: 'to-destination',
    label: ' to:',
    flags: ['random', 'persistent'],
    hooks: ['PREROUTING', 'OUTPUT'],
  },
  redirect: {
    name: 'REDIRECT',
    option: 'to-ports',
    label: ' redir ports ',
    flags: ['random'],
    hooks: ['PREROUTING', 'OUTPUT'],
  },
}

/** The four targets that rewrite an address. Source: iptables 1.8.9; hooks: Linux 6.18, measured. */
export const masquerade: TargetText<Extract<Target, { kind: 'masquerade' }>> =
  /* @__PURE__ */ textOf('masquerade')
export const snat: TargetText<Extract<Target, { kind: 'snat' }>> = /* @__PURE__ */ textOf('snat')
export const dnat: TargetText<Extract<Target, { kind: 'dnat' }>> = /* @__PURE__ */ textOf('dnat')
export const redirect: TargetText<Extract<Target, { kind: 'redirect' }>> =
  /* @__PURE__ */ textOf('redirect')

export const natModules = (): readonly RuleModule<Target>[] =>
  (['masquerade', 'snat', 'dnat', 'redirect'] as const).map(natModule)

function textOf<T extends NatTarget>(kind: T['kind']): TargetText<T> {
  const { name, option, label, hooks } = DIALECTS[kind]
  return {
    name: () => name,
    save: (target) => show(target, ` --${option} `, '--'),
    list: (target) => show(target, label, ''),
    hooks,
  }
}

function show(target: NatTarget, introduction: string, dashes: string): string {
  const range = formatNatRange(target)
  const bare = DIALECTS[target.kind].option === 'to-ports' ? range.replace(/^:/, '') : range
  const flags = [
    target.random && 'random',
    target.fullyRandom && 'random-fully',
    'persistent' in target && target.persistent && 'persistent',
  ].filter((flag) => flag !== false)
  return (
    (bare === '' ? '' : `${introduction}${bare}`) +
    flags.map((flag) => ` ${dashes}${flag}`).join('')
  )
}

function natModule(kind: NatKind): RuleModule<Target> {
  const { name, option, flags } = DIALECTS[kind]
  const options: readonly CheckedOption[] = [
    { name: option, takes: 'value', mandatory: option !== 'to-ports' },
    ...flags.map((flag) => ({ name: flag, takes: 'nothing' }) as const),
  ]

  function open() {
    const record = recordOf(name, options)
    let range: NatRange = {}

    function take(call: OptionUse, rule: RuleSoFar): Complaint | null {
      const trouble = record.note(call)
      if (trouble || call.option !== option) return trouble
      const parsed = parseRange(call.value, option, rule)
      if (!parsed.ok) return parsed.error
      range = parsed.value
      return null
    }

    const build = () => ok(targetOf(kind, range, record.used))
    return { take, check: record.check, build }
  }

  return { name, options, open }
}

function parseRange(
  text: string,
  option: Dialect['option'],
  rule: RuleSoFar,
): Result<NatRange, Complaint> {
  if (option !== 'to-ports') return parseNatRange(text, rule)
  const ports = parseNatPorts(text, rule)
  return ports.ok ? ok({ ports: ports.value }) : err(ports.error)
}

function targetOf(kind: NatKind, range: NatRange, used: ReadonlySet<string>): Target {
  const choice: PortChoice = {
    ...(range.ports ? { ports: range.ports } : {}),
    random: used.has('random'),
    fullyRandom: used.has('random-fully'),
  }
  if (kind === 'masquerade' || kind === 'redirect') return { kind, ...choice }
  const to = range.to ? { to: range.to } : {}
  return { kind, ...to, persistent: used.has('persistent'), ...choice }
}
