import type { Family } from '../../net/address.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type Complaint, complaint } from '../issue.ts'
import { MAX_U32, wholeUnsigned } from '../words/c-number.ts'
import { byteLength } from '../words/utf8.ts'
import type { Word } from '../words/word.ts'
import { badNumber, MAX_TIMEOUT } from './bad-number.ts'
import { SET_TYPES, type SetDraft } from './draft.ts'

const MAX_NAME = 31
const DEFAULT_MAX_ELEMENTS = 65536

/** Types that ipset knows besides ours. */
const FOREIGN =
  /^(bitmap:(ip|ip,mac|port)|hash:(mac|net,net|net,iface|ip,mac|ip,mark|ip,port,ip|ip,port,net|net,port,net)|list:set|ipmap|macipmap|portmap|ipporthash|ipportiphash|ipportnethash|setlist)$/

/** Names of long ago. */
const OLD_NAMES: Readonly<Record<string, string>> = { iphash: 'hash:ip', nethash: 'hash:net' }

const NUMBERS = ['hashsize', 'maxelem', 'timeout', 'bucketsize', 'initval']
const FLAGS = ['counters', 'comment', 'forceadd', 'skbinfo']

/** `create NAME TYPE OPTIONS…`, behind `create`. Source: ipset 7.17, measured. */
export function parseCreate(words: readonly Word[]): Result<SetDraft, Complaint> {
  const [name, typeName] = words
  if (!name || !typeName) return err(missing('create', name))
  if (byteLength(name.text) > MAX_NAME) {
    const message = `Syntax error: setname '${name.text}' is longer than ${MAX_NAME} characters`
    return err({ ...complaint('bad-name', message), column: name.column })
  }
  const written = OLD_NAMES[typeName.text] ?? typeName.text
  const type = SET_TYPES.find((each) => each === written)
  if (!type) return err({ ...unknownType(typeName.text), column: typeName.column })
  const options = parseOptions(words.slice(2))
  return options.ok
    ? ok({ name: name.text, type, ...options.value, entries: new Map(), size: 0 })
    : options
}

/** What is said of a command that lacks its first argument, or has that one alone. */
export function missing(command: string, first: Word | undefined): Complaint {
  const which = first ? 'second mandatory' : 'mandatory'
  return complaint('missing-argument', `Missing ${which} argument to command ${command}`)
}

const unknownType = (name: string): Complaint =>
  FOREIGN.test(name)
    ? complaint('unsupported-set', name)
    : complaint('unknown-type', `Syntax error: typename '${name}' is unknown`)

interface Options {
  readonly family: Family
  readonly options: readonly string[]
  readonly maxElements: number
}

function parseOptions(words: readonly Word[]): Result<Options, Complaint> {
  let family: Family = 4
  let maxElements = DEFAULT_MAX_ELEMENTS
  const options: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const { text, column } = words[at] ?? { text: '', column: 1 }
    if (FLAGS.includes(text)) {
      options.push(text)
      continue
    }
    at += 1
    const value = parseValue(text, words[at]?.text)
    if (!value.ok) return err({ ...value.error, column })
    if (text === 'family') family = value.value === 'inet6' ? 6 : 4
    else options.push(`${text} ${value.value}`)
    if (text === 'maxelem') maxElements = Number(value.value)
  }
  return ok({ family, options, maxElements })
}

const FAMILIES = ['inet', 'inet6', 'ipv4', 'ipv6', '-4', '-6']

function parseValue(option: string, value: string | undefined): Result<string, Complaint> {
  if (option === 'netmask' || option === 'bitmask') {
    return err(complaint('unsupported-option', option))
  }
  if (option !== 'family' && !NUMBERS.includes(option)) {
    return err(complaint('unknown-option', `Unknown argument: \`${option}'`))
  }
  if (value === undefined) {
    const message = `Missing mandatory argument of option \`${option}'`
    return err(complaint('missing-argument', message))
  }
  if (option === 'family') {
    return FAMILIES.includes(value)
      ? ok(value.endsWith('6') ? 'inet6' : 'inet')
      : err(complaint('bad-value', `Syntax error: unknown inet family ${value}`))
  }
  const most = option === 'timeout' ? MAX_TIMEOUT : MAX_U32
  return wholeUnsigned(value, most) === null
    ? err(complaint('bad-value', badNumber(value, most)))
    : ok(value)
}
