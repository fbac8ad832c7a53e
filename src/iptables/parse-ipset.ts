import type { IpSet } from '../engine/rule.ts'
import { err, ok, type Result } from '../net/result.ts'
import { missing, parseCreate } from './ipset/create.ts'
import { keyOf, nullReproach, type SetDraft, sameShape, setOf, sizeOf } from './ipset/draft.ts'
import { parseElement } from './ipset/element.ts'
import { type Complaint, complaint, type IptablesIssue } from './issue.ts'
import { ipsetWords } from './words/ipset-words.ts'
import type { Word } from './words/word.ts'

/**
 * The sets of an `ipset save` text, as `ipset restore` would make them. Of the types that ipset knows,
 * those of `SetType` are taken, the others refused by name. Elements that only overlap are kept apart.
 * Source: ipset 7.17, measured.
 */
export function parseIpset(text: string): Result<readonly IpSet[], IptablesIssue> {
  const sets = new Map<string, SetDraft>()
  for (const [index, content] of text.split('\n').entries()) {
    const words = ipsetWords(content)
    const [first] = words
    if (!first || first.text.startsWith('#')) continue
    if (first.text === 'quit') break
    const trouble = run(sets, words)
    if (trouble) return err(issueOf(trouble, index + 1, first.column))
  }
  return ok([...sets.values()].map(setOf))
}

/** What the tool says of a whole command it says without the line. */
const UNPLACED = /^(Unknown argument|Missing |No command|Syntax error: .*\n)/

function issueOf(trouble: Complaint, line: number, start: number): IptablesIssue {
  const { code, message, column = start } = trouble
  const bare = code.startsWith('unsupported') || UNPLACED.test(message)
  return { line, column, code, message: bare ? message : `Error in line ${line}: ${message}` }
}

type Sets = Map<string, SetDraft>
type Action = (sets: Sets, words: readonly Word[], tolerant: boolean) => Complaint | null

const COMMANDS: Readonly<Record<string, Action>> = {
  create,
  add,
  del: remove,
  flush,
  destroy,
  rename,
  swap,
  COMMIT: () => null,
}

const ALIASES: Readonly<Record<string, string>> = {
  n: 'create',
  '-N': 'create',
  a: 'add',
  '-A': 'add',
  d: 'del',
  '-D': 'del',
  f: 'flush',
  '-F': 'flush',
  x: 'destroy',
  '-X': 'destroy',
  e: 'rename',
  '-E': 'rename',
  w: 'swap',
  '-W': 'swap',
}

const FOREIGN = [
  'list',
  'save',
  'test',
  'restore',
  'version',
  'help',
  '-L',
  '-S',
  '-T',
  'l',
  's',
  't',
]

function run(sets: Sets, words: readonly Word[]): Complaint | null {
  const tolerated = words.filter(({ text }) => text === '-exist' || text === '-!')
  const [command, ...others] = words.filter((word) => !tolerated.includes(word))
  if (!command) return complaint('no-command', 'No command specified.')
  const name = ALIASES[command.text] ?? command.text
  const action = COMMANDS[name]
  if (action) return action(sets, others, tolerated.length > 0)
  return FOREIGN.includes(name)
    ? complaint('unsupported-command', name)
    : complaint('no-command', `No command specified: unknown argument ${name}`)
}

const unknownSet = (word?: Word): Complaint => ({
  ...complaint('unknown-set', 'The set with the given name does not exist'),
  ...(word ? { column: word.column } : {}),
})

function create(sets: Sets, words: readonly Word[], tolerant: boolean): Complaint | null {
  const parsed = parseCreate(words)
  if (!parsed.ok) return parsed.error
  const set = parsed.value
  const present = sets.get(set.name)
  if (!present) sets.set(set.name, set)
  else if (!tolerant || !sameShape(present, set)) {
    return complaint(
      'already-added',
      'Set cannot be created: set with the same name already exists',
    )
  }
  return null
}

function add(sets: Sets, [name, ...words]: readonly Word[], tolerant: boolean): Complaint | null {
  const [element, ...others] = words
  if (!name || !element) return missing('add', name)
  const set = sets.get(name.text)
  if (!set) return unknownSet(name)
  const entries = parseElement([element, ...others], set)
  if (!entries.ok) return { column: element.column, ...entries.error }
  let size = set.size
  for (const entry of entries.value) {
    const key = keyOf(entry)
    const reproach = nullReproach(entry, set)
    if (reproach) return { ...complaint('bad-address', reproach), column: element.column }
    if (set.entries.has(key) && !tolerant) {
      const message = "Element cannot be added to the set: it's already added"
      return { ...complaint('already-added', message), column: element.column }
    }
    if (!set.entries.has(key)) size += sizeOf(entry, set)
    set.entries.set(key, entry)
    if (size > set.maxElements) {
      const message = 'Hash is full, cannot add more elements'
      return { ...complaint('bad-value', message), column: element.column }
    }
  }
  set.size = size
  return null
}

function remove(sets: Sets, [name, element]: readonly Word[], tolerant: boolean): Complaint | null {
  if (!name || !element) return missing('del', name)
  const set = sets.get(name.text)
  if (!set) return unknownSet(name)
  const entries = parseElement([element], set)
  if (!entries.ok) return { column: element.column, ...entries.error }
  for (const entry of entries.value) {
    if (set.entries.delete(keyOf(entry))) set.size -= sizeOf(entry, set)
    else if (!tolerant) {
      const message = "Element cannot be deleted from the set: it's not added"
      return { ...complaint('no-such-rule', message), column: element.column }
    }
  }
  return null
}

function flush(sets: Sets, [name]: readonly Word[]): Complaint | null {
  if (name && !sets.has(name.text)) return unknownSet(name)
  for (const set of sets.values()) {
    if (name && set.name !== name.text) continue
    set.entries.clear()
    set.size = 0
  }
  return null
}

function destroy(sets: Sets, [name]: readonly Word[]): Complaint | null {
  if (!name) sets.clear()
  else if (!sets.delete(name.text)) return unknownSet(name)
  return null
}

function rename(sets: Sets, [from, to]: readonly Word[]): Complaint | null {
  if (!from || !to) return missing('rename', from)
  const set = sets.get(from.text)
  if (!set) return unknownSet(from)
  if (sets.has(to.text)) {
    const message = 'Set cannot be renamed: a set with the new name already exists'
    return complaint('already-added', message)
  }
  sets.delete(from.text)
  sets.set(to.text, { ...set, name: to.text })
  return null
}

function swap(sets: Sets, [a, b]: readonly Word[]): Complaint | null {
  if (!a || !b) return missing('swap', a)
  const [left, right] = [sets.get(a.text), sets.get(b.text)]
  if (!left) return unknownSet(a)
  if (!right) {
    const message = 'Sets cannot be swapped: the second set does not exist'
    return { ...complaint('unknown-set', message), column: b.column }
  }
  if (left.type !== right.type || left.family !== right.family) {
    return complaint('bad-value', 'The sets cannot be swapped: their type does not match')
  }
  sets.set(a.text, { ...right, name: a.text })
  sets.set(b.text, { ...left, name: b.text })
  return null
}
