/** Longer than any address, name or range: beyond it a quotation buries the sentence around it. */
const LONGEST = 160

/** Controls, marks of direction and all blanks but the common one: what a reader of a quotation cannot see. */
const UNSEEN = /(?![\n\t\u200d])[\p{C}\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/gu

/** `U+00A0` in the place of a character that nobody sees. */
const seen = (text: string): string =>
  text.replace(
    UNSEEN,
    (unseen) => `U+${(unseen.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  )

/** What a code carries in `params` under this name, cut where it is long; empty where it carries none. */
export function param(
  { params }: { readonly params: Readonly<Record<string, string>> },
  name: string,
): string {
  const text = params[name] ?? ''
  return seen(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
}
