import { type Complaint, complaint } from '../issue.ts'
import { wholeUnsigned } from '../words/c-number.ts'
import type { Word } from '../words/word.ts'
import { badChainName } from './chain-name.ts'
import type { Command } from './invocation.ts'
import type { Reading } from './reading.ts'

const MAX_NUMBER = 0x7fffffff

/** Commands beside which another may stand: listing and zeroing at once. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  L: ['Z', 'Z#'],
  S: ['Z', 'Z#'],
  Z: ['L', 'S'],
}

/** `-A`, `-D` and the like. Source: do_parse of iptables 1.8.9. */
export function commandOption(
  reading: Reading,
  letter: string,
  value: Word | null,
  negated: boolean,
): Complaint | null {
  switch (letter) {
    case 'A':
    case 'C':
      return begin(reading, letter, negated, value)
    case 'D':
    case 'I':
    case 'R':
      return begin(reading, letter, negated, value) ?? numbered(reading, letter)
    case 'L':
    case 'S':
    case 'F':
    case 'X':
    case 'Z':
      return begin(reading, letter, negated, value ?? reading.reader.takePlain()) ?? listed(reading)
    case 'N':
      return (
        badChainName(value?.text ?? '', reading.setting.family) ??
        begin(reading, letter, negated, value)
      )
    case 'E':
    case 'P':
      return begin(reading, letter, negated, value) ?? argument(reading, letter)
    default:
      return complaint('unsupported-command', `-${letter}`)
  }
}

function begin(
  reading: Reading,
  command: Command,
  negated: boolean,
  chain: Word | null,
): Complaint | null {
  if (negated) return complaint('not-invertible', "unexpected '!' flag")
  const { command: already } = reading
  if (already !== null && !TOGETHER[command]?.includes(already)) {
    const message = `Cannot use -${command} with -${already.slice(0, 1)}`
    return complaint('conflicting-commands', message)
  }
  reading.command = already !== null && command === 'Z' ? already : command
  reading.chain = chain
  return null
}

function numbered(reading: Reading, letter: 'D' | 'I' | 'R'): Complaint | null {
  const word = reading.reader.takePlain()
  if (word) {
    if (letter === 'D') reading.command = 'D#'
    return takeNumber(reading, word)
  }
  if (letter === 'R') return complaint('missing-argument', '-R requires a rule number')
  reading.number = letter === 'I' ? 1 : 0
  return null
}

function listed(reading: Reading): Complaint | null {
  if (reading.command === 'F' || reading.command === 'X') return null
  const word = reading.reader.takePlain()
  if (!word) return null
  if (reading.command === 'Z') reading.command = 'Z#'
  return takeNumber(reading, word)
}

function takeNumber(reading: Reading, { text, column }: Word): Complaint | null {
  const number = wholeUnsigned(text, MAX_NUMBER, 1)
  if (number === null) {
    return { ...complaint('bad-value', `Invalid rule number \`${text}'`), column }
  }
  reading.number = number
  return null
}

function argument(reading: Reading, letter: 'E' | 'P'): Complaint | null {
  const word = reading.reader.takePlain()
  if (word) {
    reading.argument = word
    return null
  }
  const wants = letter === 'E' ? 'old-chain-name and new-chain-name' : 'a chain and a policy'
  return complaint('missing-argument', `-${letter} requires ${wants}`)
}
