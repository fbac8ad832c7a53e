import { type Address, parseAddress } from '../net/address.ts'
import { type Cidr, parseCidr } from '../net/cidr.ts'
import type { Issue } from './issue.ts'

/** Reads fields of a document and collects what is wrong with them, each under its path. */
export interface FieldReader {
  readonly issues: Issue[]
  readonly address: (path: string, text: string) => Address
  readonly range: (path: string, text: string) => Cidr
  readonly ranges: (path: string, texts: readonly string[]) => readonly Cidr[]
  readonly known: (path: string, name: string, names: readonly string[]) => void
  readonly unique: (path: string, names: readonly string[]) => void
}

export const issueAt = (
  code: Issue['code'],
  path: string,
  params: Readonly<Record<string, string>> = {},
): Issue => ({ code, path, line: null, column: null, params })

/** What stands in for a value that could not be read, so that reading can go on to the next. */
const NOWHERE: Address = { family: 4, words: [0] }

export function readFields(): FieldReader {
  const issues: Issue[] = []
  const range = (path: string, text: string): Cidr => {
    const read = parseCidr(text)
    if (read.ok) return read.value
    const aligned = read.error.code === 'host-bits-set' ? { aligned: read.error.aligned } : {}
    issues.push(issueAt('bad-range', path, { text, ...aligned }))
    return { base: NOWHERE, prefix: 32 }
  }
  return {
    issues,
    range,
    address(path, text) {
      const read = parseAddress(text)
      if (read.ok) return read.value
      issues.push(issueAt('bad-address', path, { text }))
      return NOWHERE
    },
    ranges: (path, texts) => texts.map((text, i) => range(`${path}.${i}`, text)),
    known(path, name, names) {
      if (names.includes(name)) return
      issues.push(issueAt('unknown-name', path, { name, known: names.join(', ') }))
    },
    unique(path, names) {
      for (const [i, name] of names.entries()) {
        if (names.indexOf(name) < i)
          issues.push(issueAt('duplicate-name', `${path}.${i}`, { name }))
      }
    },
  }
}
