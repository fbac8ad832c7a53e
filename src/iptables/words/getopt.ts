import type { Word } from './word.ts'

/** An option that may be given, e.g. `-j`, `--jump`, or `--dport` once tcp is loaded. */
export interface OptionSpec {
  /** Options of the same key are the same option. */
  readonly key: string
  /** Without dashes; one character is a short option. */
  readonly name: string
  readonly takes: 'nothing' | 'value' | 'maybe'
}

export type Found =
  | {
      readonly kind: 'option'
      readonly spec: OptionSpec
      readonly at: Word
      readonly value: Word | null
    }
  | { readonly kind: 'plain'; readonly at: Word }
  | { readonly kind: 'missing' | 'unknown'; readonly at: Word }
  | { readonly kind: 'end' }

/** Walks the words of a command as getopt_long does when every word is returned in order. */
export interface OptionReader {
  readonly next: (specs: readonly OptionSpec[]) => Found
  /** Reads the last option again: a module that knows it may have been loaded. */
  readonly again: () => void
  /** Takes the next word if it looks like no option and no negation. */
  readonly takePlain: () => Word | null
  readonly atEnd: () => boolean
}

/** Source: getopt_long of glibc 2.36, as iptables 1.8.9 calls it. */
export function readOptions(words: readonly Word[]): OptionReader {
  let index = 0
  let before = 0
  /** What is left of a cluster of short options, and the word it stands in. */
  let cluster = ''
  let clusterWord: Word = { text: '', column: 1 }

  function next(specs: readonly OptionSpec[]): Found {
    before = index
    if (cluster !== '') return nextShort(specs)
    const word = words[index]
    if (!word) return { kind: 'end' }
    index += 1
    if (word.text === '--') return { kind: 'end' }
    if (!word.text.startsWith('-') || word.text === '-') return { kind: 'plain', at: word }
    if (word.text.startsWith('--')) return nextLong(word, specs)
    cluster = word.text.slice(1)
    clusterWord = word
    return nextShort(specs)
  }

  function nextShort(specs: readonly OptionSpec[]): Found {
    const letter = cluster.slice(0, 1)
    const attached = cluster.slice(1)
    const column = clusterWord.column + clusterWord.text.length - attached.length
    const spec = specs.find(({ name }) => name === letter)
    const at = clusterWord
    cluster = attached
    if (!spec || letter === ':' || letter === ';') return { kind: 'unknown', at: lastWord() }
    if (spec.takes === 'nothing') return { kind: 'option', spec, at, value: null }
    cluster = ''
    if (attached !== '') return { kind: 'option', spec, at, value: { text: attached, column } }
    return spec.takes === 'maybe' ? { kind: 'option', spec, at, value: null } : withNext(spec, at)
  }

  /** The word before the reading position, which is what the tool blames. */
  const lastWord = (): Word => words[cluster === '' ? index - 1 : index - 2] ?? clusterWord

  function nextLong(at: Word, specs: readonly OptionSpec[]): Found {
    const equals = at.text.indexOf('=')
    const name = at.text.slice(2, equals < 0 ? undefined : equals)
    const spec = longOption(name, specs)
    if (!spec) return { kind: 'unknown', at }
    if (equals < 0) {
      return spec.takes === 'value' ? withNext(spec, at) : { kind: 'option', spec, at, value: null }
    }
    if (spec.takes === 'nothing') return { kind: 'unknown', at }
    const value = { text: at.text.slice(equals + 1), column: at.column + equals + 1 }
    return { kind: 'option', spec, at, value }
  }

  function withNext(spec: OptionSpec, at: Word): Found {
    const value = words[index]
    if (!value) return { kind: 'missing', at }
    index += 1
    return { kind: 'option', spec, at, value }
  }

  function takePlain(): Word | null {
    const word = words[index]
    if (!word || word.text.startsWith('-') || word.text.startsWith('!')) return null
    index += 1
    return word
  }

  return {
    next,
    again: () => {
      index = before
      cluster = ''
    },
    takePlain,
    atEnd: () => index >= words.length,
  }
}

/** By its name, or by a beginning of it that fits one option only. */
function longOption(name: string, specs: readonly OptionSpec[]): OptionSpec | null {
  const long = specs.filter((spec) => spec.name.length > 1)
  const exact = long.find((spec) => spec.name === name)
  if (exact) return exact
  const [first, ...others] = long.filter((spec) => spec.name.startsWith(name))
  return first && others.every(({ key }) => key === first.key) ? first : null
}
