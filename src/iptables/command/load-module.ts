import type { Match, Target } from '../../engine/rule.ts'
import type { Family } from '../../net/address.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type Complaint, complaint } from '../issue.ts'
import { matchModule } from '../match-modules.ts'
import type { RuleModule } from '../module.ts'
import { isForeignMatch, isForeignTarget } from '../names/extensions.ts'
import { ownProtocolName, protocolName } from '../names/protocols.ts'
import { targetModule } from '../target-modules.ts'
import { wholeUnsigned } from '../words/c-number.ts'
import type { OptionSpec } from '../words/getopt.ts'
import { byteLength } from '../words/utf8.ts'
import type { Word } from '../words/word.ts'
import { badTargetName, MAX_NAME } from './chain-name.ts'
import type { Reading } from './reading.ts'

const ICMP6 = ['icmpv6', 'ipv6-icmp', 'icmp6']

/** `-m NAME`. Source: command_match, xtables_find_match of iptables 1.8.9. */
export function loadMatch(reading: Reading, at: Word): Complaint | null {
  const found = findMatch(at.text, reading.setting.family)
  if (!found.ok) return found.error
  addMatch(reading, found.value, at)
  return null
}

function findMatch(text: string, family: Family): Result<RuleModule<Match>, Complaint> {
  if (byteLength(text) > MAX_NAME) {
    const message = `Invalid match name "${text}" (${MAX_NAME} chars max)`
    return err(complaint('unknown-match', message))
  }
  const name = ICMP6.includes(text) ? 'icmp6' : text
  const module = matchModule(name, family)
  if (module) return ok(module)
  return err(
    isForeignMatch(name, family)
      ? complaint('unsupported-match', name)
      : complaint('unknown-match', `Couldn't load match \`${name}':No such file or directory`),
  )
}

function addMatch(reading: Reading, module: RuleModule<Match>, at: Word): void {
  const isFirst = reading.matches.every((each) => each.module !== module)
  reading.matches.push({ module, open: module.open(), at })
  if (isFirst) reading.specs = [...specsOf(module), ...reading.specs]
}

/** `-j NAME`: a target, or a chain if there is no target of that name. */
export function loadTarget(reading: Reading, at: Word): Complaint | null {
  const bad = badTargetName(at.text)
  if (bad) return bad
  reading.jumpTo = at.text
  if (isForeignTarget(at.text, reading.setting.family)) {
    return complaint('unsupported-target', at.text)
  }
  const module: RuleModule<Target> | null = targetModule(at.text)
  if (!module) return null
  reading.target = { module, open: module.open(), at }
  reading.specs = [...specsOf(module), ...reading.specs]
  return null
}

/**
 * `-p tcp --dport 80` needs no `-m tcp`: an option that nobody knows loads the match named like the
 * protocol, once. True where it did. Source: load_proto of iptables 1.8.9.
 */
export function loadProtocolMatch(reading: Reading, at: Word): Result<boolean, Complaint> {
  const { protocol, setting } = reading
  if (!protocol || reading.protocolLoaded) return ok(false)
  const number = wholeUnsigned(protocol.text, 255)
  const name =
    number === null ? protocol.text : (ownProtocolName(number) ?? protocolName(number) ?? '')
  const found = findMatch(name, setting.family)
  if (!found.ok) return found.error.code === 'unsupported-match' ? found : ok(false)
  reading.protocolLoaded = true
  addMatch(reading, found.value, at)
  return ok(true)
}

/** Key of an option of a module: unlike any letter, and the same for synonyms. */
const specsOf = ({ name, options }: RuleModule<unknown>): readonly OptionSpec[] =>
  options.flatMap((option) =>
    [option.name, ...(option.synonyms ?? [])].map((each) => ({
      key: `${name}/${option.name}`,
      name: each,
      takes: option.takes,
    })),
  )
