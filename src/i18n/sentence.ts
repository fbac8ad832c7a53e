/**
 * What is said to a person. Not a plain string, because addresses inside it are drawn as chips in
 * the colour of their owner.
 */
export type Sentence = readonly Part[]
export type Part = string | Chip
export interface Chip {
  /** `code`: a chain, a device, a name, a word of a real tool; never translated. */
  readonly kind: 'address' | 'cidr' | 'code'
  readonly text: string
}

export const address = (text: string): Chip => ({ kind: 'address', text })
export const cidr = (text: string): Chip => ({ kind: 'cidr', text })
export const code = (text: string): Chip => ({ kind: 'code', text })

/** What may stand in the holes of `say`: a list of parts is spliced in. */
export type Hole = string | number | Chip | Sentence

/** say`${address(dst)} lies in ${cidr(range)}.` */
export function say(texts: TemplateStringsArray, ...holes: readonly Hole[]): Sentence {
  return joined(texts.flatMap((text, i) => [text, ...partsOf(holes[i])]))
}

/** The sentence as a string, for labels that are read aloud and for the command line. */
export const plain = (sentence: Sentence): string => sentence.map(partText).join('')

/** Chips with something between them, e.g. `10.1.1.0/24, 10.1.2.0/24`. */
export function listed(chips: readonly Chip[], between: string): Sentence {
  return chips.flatMap((chip, i) => (i === 0 ? [chip] : [between, chip]))
}

export const partText = (part: Part): string => (typeof part === 'string' ? part : part.text)

export function partsOf(hole: Hole | undefined): Sentence {
  if (hole === undefined) return []
  if (typeof hole === 'number') return [String(hole)]
  if (typeof hole === 'string' || !isSentence(hole)) return [hole]
  return hole
}

/** Neighbouring strings become one, empty ones go. */
export function joined(parts: Sentence): Sentence {
  const out: Part[] = []
  for (const part of parts) {
    const last = out.at(-1)
    if (part === '') continue
    if (typeof part === 'string' && typeof last === 'string') out[out.length - 1] = last + part
    else out.push(part)
  }
  return out
}

const isSentence = (hole: Chip | Sentence): hole is Sentence => Array.isArray(hole)
