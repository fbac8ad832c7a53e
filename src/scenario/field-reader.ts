import { type Address, parseAddress } from '../net/address.ts'
import { type Cidr, parseCidr } from '../net/cidr.ts'
import type { Issue } from './issue.ts'

/**
 * Reads fields of a document and collects what is wrong with them, each under its path. Nothing stands
 * in for what cannot be read: a list is shorter by it, a single value is null.
 */
export interface FieldReader {
  readonly issues: Issue[]
  readonly address: (path: string, text: string | undefined) => Address | null
  readonly addresses: (path: string, texts: readonly string[]) => readonly Address[]
  readonly range: (path: string, text: string | undefined) => Cidr | null
  readonly ranges: (path: string, texts: readonly string[]) => readonly Cidr[]
  /** Is there something of that name? */
  readonly known: (path: string, name: string, names: readonly string[]) => boolean
}

export const issueAt = (
  code: Issue['code'],
  path: string,
  params: Readonly<Record<string, string>> = {},
): Issue => ({ code, path, line: null, column: null, params })

export function readFields(): FieldReader {
  const issues: Issue[] = []
  const range = (path: string, text: string | undefined): Cidr | null => {
    if (text === undefined) return null
    const read = parseCidr(text)
    if (read.ok) return read.value
    const aligned = read.error.code === 'host-bits-set' ? { aligned: read.error.aligned } : {}
    issues.push(issueAt('bad-range', path, { text, ...aligned }))
    return null
  }
  const address = (path: string, text: string | undefined): Address | null => {
    if (text === undefined) return null
    const read = parseAddress(text)
    if (read.ok) return read.value
    issues.push(issueAt('bad-address', path, { text }))
    return null
  }
  return {
    issues,
    range,
    address,
    addresses: (path, texts) => each(path, texts, address),
    ranges: (path, texts) => each(path, texts, range),
    known(path, name, names) {
      if (names.includes(name)) return true
      issues.push(issueAt('unknown-name', path, { name, known: names.join(', ') }))
      return false
    },
  }
}

const each = <T>(
  path: string,
  texts: readonly string[],
  read: (path: string, text: string) => T | null,
): readonly T[] =>
  texts.flatMap((text, i) => {
    const value = read(`${path}.${i}`, text)
    return value === null ? [] : [value]
  })
