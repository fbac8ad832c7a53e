import { address, cidr, code, joined, type Part, type Sentence } from './sentence.ts'

/** A dataplane's words with parameters put in, as a sentence of one language. */
export type FillTemplate = (text: string, params?: TemplateParams) => Sentence

export type TemplateParams = Readonly<Record<string, string>>

/** `` `MASQUERADE` for {cidr} ``: code in backticks, parameters in braces; addresses become chips. */
export const fillTemplate: FillTemplate = (text, params = {}) => joined(templateParts(text, params))

/** The parts before neighbours are joined: a Korean particle looks at the part in front of it. */
export function templateParts(text: string, params: TemplateParams): Sentence {
  const parts: Part[] = []
  let from = 0
  for (const { index, 0: whole, 1: quoted, 2: name = '' } of text.matchAll(HOLE)) {
    parts.push(...withChips(text.slice(from, index)))
    if (quoted === undefined) parts.push(...withChips(shortened(params[name] ?? '')))
    else parts.push(code(quoted.replaceAll(PARAM, (_, inner) => shortened(params[inner] ?? ''))))
    from = index + whole.length
  }
  parts.push(...withChips(text.slice(from)))
  return parts.filter((part) => typeof part !== 'string' || part !== '')
}

/** The parameters that a template asks for, each once. */
export const paramsOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(PARAM)].map(([, name = '']) => name))].toSorted()

const HOLE = /`([^`]*)`|\{(\w+)\}/g
const PARAM = /\{(\w+)\}/g
const ADDRESS =
  /(?<![\w.:/])(?:\d{1,3}(?:\.\d{1,3}){3}|(?:[\da-f]{1,4}:)*[\da-f]{0,4}::[\da-f:.]*)(?:\/\d{1,3})?(?![\w:/]|\.\d)/gi

function withChips(text: string): Sentence {
  const parts: Part[] = []
  let from = 0
  for (const { index, 0: found } of text.matchAll(ADDRESS)) {
    parts.push(text.slice(from, index), found.includes('/') ? cidr(found) : address(found))
    from = index + found.length
  }
  parts.push(text.slice(from))
  return parts
}

/** Longer than any address, name or range: beyond it a quotation buries the sentence around it. */
const LONGEST = 160

const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
