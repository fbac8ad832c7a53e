import type { IpSetEntry } from '../../engine/rule.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type Complaint, complaint } from '../issue.ts'
import type { Word } from '../words/word.ts'
import { badNumber, MAX_TIMEOUT } from './bad-number.ts'
import { hasNetworks, hasPort, type SetDraft } from './draft.ts'
import { parseElementAddress } from './element-address.ts'
import { parseElementPort } from './element-port.ts'
import { separatorAt } from './separator.ts'

/** What an element says besides its address, what `create` must have said for it, and the reproach. */
const EXTRAS: Readonly<Record<string, readonly [string, string]>> = {
  timeout: ['timeout', 'Timeout cannot be used: set was created without timeout support'],
  packets: [
    'counters',
    'Packet/byte counters cannot be used: set was created without counter support',
  ],
  bytes: [
    'counters',
    'Packet/byte counters cannot be used: set was created without counter support',
  ],
  comment: ['comment', 'Comment cannot be used: set was created without comment support'],
  skbmark: ['skbinfo', 'Skbinfo mapping cannot be used: set was created without skbinfo support'],
  skbprio: ['skbinfo', 'Skbinfo mapping cannot be used: set was created without skbinfo support'],
  skbqueue: ['skbinfo', 'Skbinfo mapping cannot be used: set was created without skbinfo support'],
}

/** The entries that `add SET ELEMENT OPTIONS…` or `del SET ELEMENT` speak of, from the element on. */
export function parseElement(
  [element, ...words]: readonly [Word, ...Word[]],
  set: SetDraft,
): Result<readonly IpSetEntry[], Complaint> {
  const { text } = element
  const comma = separatorAt(text, ',')
  const tail = text.slice(comma + 1)
  const wrong = wrongParts(text, comma < 0 ? null : tail, set)
  if (wrong) return err(wrong)
  const addresses = parseElementAddress(comma < 0 ? text : text.slice(0, comma), set)
  if (!addresses.ok) return addresses
  const port = hasPort(set.type) ? parseElementPort(tail, set.family) : null
  if (port && !port.ok) return port
  const said = parseExtras(words, set)
  if (!said.ok) return said
  const { nomatch, options } = said.value
  return ok(
    addresses.value.map(({ base, prefix }) => ({
      address: base,
      prefix,
      ...(port ? { port: port.value } : {}),
      nomatch,
      ...(options.length > 0 ? { options } : {}),
    })),
  )
}

function wrongParts(text: string, tail: string | null, { type }: SetDraft): Complaint | null {
  const bad = (message: string) => complaint('bad-value', `Syntax error: ${message}`)
  if (!hasPort(type)) {
    return tail === null
      ? null
      : bad(`Elem separator in ${text}, but settype ${type} supports none.`)
  }
  if (tail === null) return bad(`Second element is missing from ${text}.`)
  return separatorAt(tail, ',') < 0
    ? null
    : bad(`Two elem separators in ${text}, but settype ${type} supports one.`)
}

interface Extras {
  readonly nomatch: boolean
  readonly options: readonly string[]
}

function parseExtras(words: readonly Word[], set: SetDraft): Result<Extras, Complaint> {
  let nomatch = false
  const options: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const { text, column } = words[at] ?? { text: '', column: 1 }
    if (text === 'nomatch' && hasNetworks(set.type)) {
      nomatch = true
      continue
    }
    at += 1
    const trouble = wrongExtra(text, words[at], set)
    if (trouble) return err({ ...trouble, column })
    const value = words[at]?.text ?? ''
    options.push(text === 'comment' ? `comment "${value}"` : `${text} ${value}`)
  }
  return ok({ nomatch, options })
}

const MAX_COUNT = 2n ** 64n - 2n

function wrongExtra(option: string, value: Word | undefined, set: SetDraft): Complaint | null {
  const extra = EXTRAS[option]
  if (!extra) return complaint('unknown-option', `Unknown argument: \`${option}'`)
  if (!value?.text) {
    return complaint('missing-argument', `Missing mandatory argument of option \`${option}'`)
  }
  const [feature, reproach] = extra
  if (!set.options.some((each) => each.split(' ')[0] === feature)) {
    return complaint('option-not-here', reproach)
  }
  if (option === 'comment' || feature === 'skbinfo') return null
  const most = option === 'timeout' ? MAX_TIMEOUT : MAX_COUNT
  return /^\d+$/.test(value.text) && BigInt(value.text) <= most
    ? null
    : complaint('bad-value', badNumber(value.text, most))
}
