import type {
  BaseMatch,
  InterfacePattern,
  MaskedAddress,
  Match,
  Target,
} from '../../engine/rule.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type Complaint, complaint } from '../issue.ts'
import { type Network, parseNetworks } from '../words/masked-address.ts'
import { byteLength } from '../words/utf8.ts'
import { longChainName, MAX_NAME } from './chain-name.ts'
import type { Invocation, RuleSpec } from './invocation.ts'
import { joinPorts } from './join-ports.ts'
import { type Reading, soFar } from './reading.ts'

const RULE_COMMANDS = ['A', 'C', 'D', 'I', 'R']

/** Everything that is checked once the last word is read, in the tool's order. */
export function finishCommand(reading: Reading, negated: boolean): Result<Invocation, Complaint> {
  if (reading.ignored) return ok(invocationOf(reading, []))
  const trouble = dropInNat(reading) ?? moduleChecks(reading) ?? leftovers(reading, negated)
  if (trouble) return err(trouble)
  const sources = networksOf(reading, 's')
  if (!sources.ok) return sources
  const destinations = networksOf(reading, 'd')
  if (!destinations.ok) return destinations
  const wrong =
    severalNegated(reading, sources.value, destinations.value) ??
    tooMany(sources.value.length * destinations.value.length) ??
    illegalOption(reading) ??
    chainTrouble(reading)
  if (wrong) return err(wrong)
  if (!RULE_COMMANDS.includes(reading.command ?? '') || reading.table !== 'nat') {
    return ok(invocationOf(reading, []))
  }
  const rules = rulesOf(reading, sources.value, destinations.value)
  return rules.ok ? ok(invocationOf(reading, rules.value)) : rules
}

const invocationOf = (reading: Reading, rules: readonly RuleSpec[]): Invocation => ({
  command: reading.ignored ? null : reading.command,
  table: reading.table,
  chain: reading.chain,
  number: reading.number,
  argument: reading.argument?.text ?? '',
  rules,
  counter: reading.counter,
})

function dropInNat({ table, command, argument, jumpTo }: Reading): Complaint | null {
  const policy = command === 'P' ? argument?.text : undefined
  if (table !== 'nat' || (policy !== 'DROP' && jumpTo !== 'DROP')) return null
  const message =
    'The "nat" table is not intended for filtering, the use of DROP is therefore inhibited.'
  return complaint('drop-in-nat', message)
}

function moduleChecks({ matches, target }: Reading): Complaint | null {
  for (const { open, at } of target ? [...matches, target] : matches) {
    const trouble = open.check()
    if (trouble) return { column: at.column, ...trouble }
  }
  return null
}

function leftovers({ reader, command }: Reading, negated: boolean): Complaint | null {
  if (!reader.atEnd) return complaint('bad-argument', 'unknown arguments found on commandline')
  if (command === null) return complaint('no-command', 'no command specified')
  return negated ? complaint('not-invertible', 'nothing appropriate following !') : null
}

function networksOf(reading: Reading, letter: 's' | 'd'): Result<readonly Network[], Complaint> {
  const word = reading.values.get(letter)
  const { family } = reading.setting
  if (!word) return parseNetworks(family === 4 ? '0.0.0.0/0' : '::/0', family)
  const networks = parseNetworks(word.text, family)
  return networks.ok ? networks : err({ ...networks.error, column: word.column })
}

function severalNegated(
  { negated, command }: Reading,
  sources: readonly Network[],
  destinations: readonly Network[],
): Complaint | null {
  const several = sources.length > 1 || destinations.length > 1
  if (several && (negated.has('s') || negated.has('d'))) {
    const message = '! not allowed with multiple source or destination IP addresses'
    return complaint('not-invertible', message)
  }
  return several && command === 'R'
    ? complaint('bad-address', 'Replacement rule does not specify a unique address')
    : null
}

/** One line of two long lists would be a table of its own. */
const MOST_RULES = 256

const tooMany = (rules: number): Complaint | null =>
  rules > MOST_RULES ? complaint('unsupported-option', `-s -d (${rules})`) : null

const ANY_RULE = 'sdpjviocf'

/** Options that each kind of command takes; the others are refused in the order of this list. */
const ORDER = [...'nsdpjvxio0cf']

function legalOptions(command: string): string {
  if (command === 'A' || command === 'I' || command === 'R') return ANY_RULE
  if (command === 'D' || command === 'C') return ANY_RULE.replace('c', '')
  if (command === 'L') return 'nvx0'
  return command === 'P' ? 'vc' : 'v'
}

function illegalOption({ used, command }: Reading): Complaint | null {
  const legal = legalOptions(command ?? '')
  const illegal = ORDER.find((letter) => used.has(letter) && !legal.includes(letter))
  return illegal === undefined
    ? null
    : complaint('option-not-here', `Illegal option \`-${illegal}' with this command`)
}

const NO_OUT = ['PREROUTING', 'INPUT']
const NO_IN = ['POSTROUTING', 'OUTPUT']

function chainTrouble({ chain, used }: Reading): Complaint | null {
  if (!chain) return null
  const { text, column } = chain
  if (byteLength(text) > MAX_NAME) return { ...longChainName(text), column }
  const letter =
    (used.has('o') && NO_OUT.includes(text) && 'o') ||
    (used.has('i') && NO_IN.includes(text) && 'i')
  return letter ? complaint('interface-not-here', `Can't use -${letter} with ${text}`) : null
}

function rulesOf(
  reading: Reading,
  sources: readonly Network[],
  destinations: readonly Network[],
): Result<readonly RuleSpec[], Complaint> {
  const matches: Match[] = []
  for (const { open, at } of reading.matches) {
    const built = open.build(soFar(reading))
    if (!built.ok) return err({ column: at.column, ...built.error })
    if (built.value) matches.push(built.value)
  }
  const target = targetOf(reading)
  if (!target.ok) return target
  const spec = { matches: joinPorts(matches), target: target.value }
  return ok(
    sources.flatMap((source) =>
      destinations.map((destination) => ({ ...spec, base: baseOf(reading, source, destination) })),
    ),
  )
}

function targetOf(reading: Reading): Result<Target | null, Complaint> {
  const { target, jumpTo, isGoto } = reading
  if (target) return target.open.build(soFar(reading))
  if (jumpTo === '') return ok(null)
  return ok({ kind: isGoto ? 'goto' : 'jump', chain: jumpTo })
}

function baseOf(reading: Reading, source: Network, destination: Network): BaseMatch {
  const { negated, interfaces, protocol } = reading
  const inInterface = told(interfaces.get('i'))
  const outInterface = told(interfaces.get('o'))
  const from = toldAddress(source, negated.has('s'))
  const to = toldAddress(destination, negated.has('d'))
  return {
    ...(from ? { source: from } : {}),
    ...(to ? { destination: to } : {}),
    ...(inInterface ? { inInterface } : {}),
    ...(outInterface ? { outInterface } : {}),
    ...(protocol && protocol.number !== 0
      ? { protocol: { number: protocol.number, negated: negated.has('p') } }
      : {}),
  }
}

/** A lone `+` is any interface: nothing is left of it. */
const told = (pattern: InterfacePattern | undefined): InterfacePattern | null =>
  !pattern || (pattern.pattern === '+' && !pattern.negated) ? null : pattern

const toldAddress = ({ address, mask }: Network, negated: boolean): MaskedAddress | null =>
  negated || mask.some((word) => word !== 0) ? { address, mask, negated } : null
