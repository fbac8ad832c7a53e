import { fold, type Letter } from './fold.ts'

/** What is searched: its name, and other words by which it is found as well. */
export interface Searchable {
  readonly label: string
  readonly also?: string
}

/**
 * The items that the query fits, the best first; those that it fits alike stay in their order. Each
 * word of the query has to be found: as it is, as the beginnings of words (`cns`: Cloud NAT, SNAT), or
 * with letters left out.
 */
export function ranked<T extends Searchable>(items: readonly T[], query: string): readonly T[] {
  const words = query
    .split(/\s+/)
    .map((word) => fold(word).map(({ letter }) => letter))
    .filter((word) => word.length > 0)
  if (words.length === 0) return items
  return items
    .map((item) => ({ item, worth: worthOf(foldedOnce(item), words) }))
    .filter(({ worth }) => worth > 0)
    .toSorted((a, b) => b.worth - a.worth)
    .map(({ item }) => item)
}

type Word = readonly string[]
type Folded = Readonly<Record<'label' | 'also', readonly Letter[]>>

const known = new Map<string, Folded>()

function foldedOnce({ label, also = '' }: Searchable): Folded {
  const key = `${label}\n${also}`
  const folded = known.get(key) ?? { label: fold(label), also: fold(also) }
  known.set(key, folded)
  return folded
}

function worthOf({ label, also }: Folded, words: readonly Word[]): number {
  let sum = 0
  for (const word of words) {
    const worth = Math.max(2 * worthIn(label, word), worthIn(also, word))
    if (worth === 0) return 0
    sum += worth
  }
  // Of two that fit alike the shorter one is meant.
  return sum + 1 / (1 + label.length)
}

/** 0: not at all. */
function worthIn(text: readonly Letter[], word: Word): number {
  let best = 0
  for (let at = 0; at < text.length && best < 8; at += 1) {
    if (text[at]?.letter === word[0]) best = Math.max(best, worthAt(text, word, at))
  }
  return best
}

function worthAt(text: readonly Letter[], word: Word, at: number): number {
  const begins = text[at]?.begins === true
  if (word.every((letter, i) => text[at + i]?.letter === letter)) return begins ? 8 : 4
  if (word.length < 2 || !begins) return 0
  if (jumps(text, word, at)) return 3
  return word.length > 3 && leavesOut(text, word, at) ? 1 : 0
}

/** Each letter follows the one before, or begins a later word. */
function jumps(text: readonly Letter[], word: Word, at: number, from = 1): boolean {
  const wanted = word[from]
  if (wanted === undefined) return true
  if (text[at + 1]?.letter === wanted && jumps(text, word, at + 1, from + 1)) return true
  return text.some(
    ({ letter, begins }, i) =>
      i > at + 1 && begins && letter === wanted && jumps(text, word, i, from + 1),
  )
}

/** All letters in their order, with two or fewer others between them. */
function leavesOut(text: readonly Letter[], word: Word, at: number): boolean {
  let found = 0
  for (let i = at; i < Math.min(text.length, at + word.length + 2); i += 1) {
    if (text[i]?.letter === word[found]) found += 1
  }
  return found === word.length
}
