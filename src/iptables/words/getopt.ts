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
      /** Whether the value stands in the same word. */
      readonly attached: boolean
    }
  | { readonly kind: 'plain'; readonly at: Word }
  | { readonly kind: 'missing' | 'unknown'; readonly at: Word }
  | { readonly kind: 'end' }

/**
 * Walks the words of a command as getopt_long does when every word is returned in order.
 * Source: glibc 2.36, as iptables 1.8.9 calls it.
 */
export class OptionReader {
  readonly #words: readonly Word[]
  readonly #first: Word
  #index = 0
  #before = 0
  /** What is left of a cluster of short options, and the word it stands in. */
  #cluster = ''
  #clusterWord: Word = { text: '', column: 1 }

  /** @param before the word in front of the first */
  constructor(words: readonly Word[], before: string) {
    this.#words = words
    this.#first = { text: before, column: words[0]?.column ?? 1 }
  }

  next(specs: readonly OptionSpec[]): Found {
    this.#before = this.#index
    if (this.#cluster !== '') return this.#short(specs)
    const word = this.#words[this.#index]
    if (!word) return { kind: 'end' }
    this.#index += 1
    if (word.text === '--') return { kind: 'end' }
    if (!word.text.startsWith('-') || word.text === '-') return { kind: 'plain', at: word }
    if (word.text.startsWith('--')) return this.#long(word, specs)
    this.#cluster = word.text.slice(1)
    this.#clusterWord = word
    return this.#short(specs)
  }

  /** Reads the last option again: a module that knows it may have been loaded. */
  again(): void {
    this.#index = this.#before
    this.#cluster = ''
  }

  /** Takes the next word if it looks like no option and no negation. */
  takePlain(): Word | null {
    const word = this.#words[this.#index]
    if (!word || word.text.startsWith('-') || word.text.startsWith('!')) return null
    this.#index += 1
    return word
  }

  get atEnd(): boolean {
    return this.#index >= this.#words.length
  }

  #short(specs: readonly OptionSpec[]): Found {
    const at = this.#clusterWord
    const letter = this.#cluster.slice(0, 1)
    const attached = this.#cluster.slice(1)
    const spec = specs.find(({ name }) => name === letter)
    this.#cluster = attached
    if (!spec) return { kind: 'unknown', at: this.#lastWord() }
    if (spec.takes === 'nothing') return { kind: 'option', spec, at, value: null, attached: false }
    this.#cluster = ''
    const column = at.column + at.text.length - attached.length
    if (attached !== '')
      return { kind: 'option', spec, at, value: { text: attached, column }, attached: true }
    return spec.takes === 'maybe'
      ? { kind: 'option', spec, at, value: null, attached: false }
      : this.#withNext(spec, at)
  }

  /** The word before the reading position, which is what the tool blames. */
  #lastWord(): Word {
    const word = this.#words[this.#index - (this.#cluster === '' ? 1 : 2)] ?? this.#first
    // A negation is wiped out when it is read.
    return word.text === '!' ? { ...word, text: '' } : word
  }

  #long(at: Word, specs: readonly OptionSpec[]): Found {
    const equals = at.text.indexOf('=')
    const spec = longOption(at.text.slice(2, equals < 0 ? undefined : equals), specs)
    if (!spec) return { kind: 'unknown', at }
    if (equals < 0) {
      return spec.takes === 'value'
        ? this.#withNext(spec, at)
        : { kind: 'option', spec, at, value: null, attached: false }
    }
    if (spec.takes === 'nothing') return { kind: 'unknown', at }
    const value = { text: at.text.slice(equals + 1), column: at.column + equals + 1 }
    return { kind: 'option', spec, at, value, attached: true }
  }

  #withNext(spec: OptionSpec, at: Word): Found {
    const value = this.#words[this.#index]
    if (!value) return { kind: 'missing', at }
    this.#index += 1
    return { kind: 'option', spec, at, value, attached: false }
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
