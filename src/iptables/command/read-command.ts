import { err, ok, type Result } from '../../net/result.ts'
import { type Complaint, complaint } from '../issue.ts'
import { GENERIC_OPTIONS } from '../words/generic-options.ts'
import { type Found, OptionReader } from '../words/getopt.ts'
import type { Word } from '../words/word.ts'
import { finishCommand } from './finish-command.ts'
import { genericOption } from './generic-option.ts'
import type { Invocation } from './invocation.ts'
import { loadProtocolMatch } from './load-module.ts'
import { programOf, type Reading, type Setting, soFar, startReading } from './reading.ts'

/**
 * Understands the words after `iptables`. Every complaint has a column.
 * Source: do_parse of iptables 1.8.9.
 */
export function readCommand(
  words: readonly Word[],
  setting: Setting,
): Result<Invocation, Complaint> {
  // iptables-restore puts `-t nat` in front of every line.
  const before = setting.restore ? 'nat' : programOf(setting)
  const reading = startReading(new OptionReader(words, before), setting)
  const start = words[0]?.column ?? 1
  let negated = false
  for (;;) {
    const found = reading.reader.next([...GENERIC_OPTIONS, ...reading.specs])
    if (found.kind === 'end') break
    const step = readOne(reading, found, negated)
    if (!step.ok) return err(placed(step.error, columnOf(found)))
    if (reading.ignored) break
    negated = step.value === 'negate' || (step.value === 'again' && negated)
  }
  const finished = finishCommand(reading, negated)
  return finished.ok ? finished : err(placed(finished.error, start))
}

const placed = (trouble: Complaint, column: number): Complaint => ({ column, ...trouble })

const columnOf = (found: Exclude<Found, { kind: 'end' }>): number =>
  (found.kind === 'option' ? (found.value ?? found.at) : found.at).column

/** `again`: read on with the same negation. `negate`: a `!` was read. */
type Step = 'on' | 'again' | 'negate'

function readOne(
  reading: Reading,
  found: Exclude<Found, { kind: 'end' }>,
  negated: boolean,
): Result<Step, Complaint> {
  switch (found.kind) {
    case 'plain':
      return plainWord(found.at, negated)
    case 'option': {
      const trouble = found.spec.key.includes('/')
        ? moduleOption(reading, found, negated)
        : genericOption(reading, found, negated)
      return trouble ? err(trouble) : ok('on')
    }
    default:
      return unknownOption(reading, found)
  }
}

function plainWord({ text }: Word, negated: boolean): Result<Step, Complaint> {
  if (text !== '!') return err(complaint('bad-argument', `Bad argument \`${text}'`))
  return negated
    ? err(complaint('not-invertible', 'multiple consecutive ! not allowed'))
    : ok('negate')
}

function moduleOption(
  reading: Reading,
  { spec, value }: Extract<Found, { kind: 'option' }>,
  negated: boolean,
): Complaint | null {
  const [module, option = ''] = spec.key.split('/')
  const user =
    reading.target?.module.name === module
      ? reading.target
      : reading.matches.findLast((each) => each.module.name === module)
  if (!user) return complaint('bad-argument', `Unknown arg "${value?.text ?? ''}"`)
  const second = (): string | null => reading.reader.takePlain()?.text ?? null
  return user.open.take({ option, value: value?.text ?? '', negated, second }, soFar(reading))
}

function unknownOption(
  reading: Reading,
  { kind, at }: Extract<Found, { kind: 'missing' | 'unknown' }>,
): Result<Step, Complaint> {
  const loaded = loadProtocolMatch(reading, at)
  if (!loaded.ok) return loaded
  if (loaded.value) {
    reading.reader.again()
    return ok('again')
  }
  return err(
    kind === 'missing'
      ? complaint('missing-argument', `option "${at.text}" requires an argument`)
      : complaint('unknown-option', `unknown option "${at.text}"`),
  )
}
