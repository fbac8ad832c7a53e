import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printJson } from './json/print-json.ts'
import { readJson } from './json/read-json.ts'
import { readYaml, readYamlOrJson } from './read-yaml-or-json.ts'

const FRAGMENTS = [
  ...[
    '\n',
    '\n  ',
    ' ',
    '\t',
    ': ',
    ':',
    '- ',
    '? ',
    ', ',
    '[',
    ']',
    '{',
    '}',
    '# c',
    '&a ',
    '*a',
    '!',
  ],
  ...[
    '!!int ',
    '!<t> ',
    '|\n',
    '>-\n',
    '"',
    "'",
    '\\',
    '\\u0041',
    '%YAML 1.1',
    '\n---\n',
    '\n...\n',
  ],
  ...[
    'a',
    'key',
    '10.0.0.0/8',
    '0x1f',
    '1e3',
    'true',
    '~',
    '<<: ',
    'é',
    '\u2028',
    '\ufeff',
    '\r\n',
    '😀',
    '\0',
  ],
]
const soup = fc
  .array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 })
  .map((parts) => parts.join(''))
const anyText = fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 80 }))

test('no text makes the reader throw, and every refusal has words and a place inside the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const read = readYamlOrJson(text)
      if (read.ok) return
      expect(read.error.text).not.toBe('')
      expect(read.error.offset).toBeGreaterThanOrEqual(0)
      expect(read.error.offset).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 3_000 },
  )
})

test('what is read, printed as JSON, reads as the same again, as JSON and as YAML', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const read = readYaml(text)
      if (!read.ok) return
      const json = printJson(read.value.root.value)
      const asJson = readJson(json)
      expect(asJson.ok && printJson(asJson.value.value)).toBe(json)
      expect(JSON.parse(json)).toBeDefined()
    }),
    { numRuns: 2_000 },
  )
})

test('whatever JSON.parse takes is read, to the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(3), (value, indent) => {
      const text = JSON.stringify(value, null, indent)
      const read = readJson(text)
      expect(read.ok && JSON.parse(printJson(read.value.value))).toEqual(JSON.parse(text))
    }),
  )
})

test('what JSON.parse refuses is refused', () => {
  const broken = fc
    .tuple(
      fc.jsonValue(),
      fc.nat(),
      fc.constantFrom(',', '"', '}', '[', '\\', '1', 'e', '\x01', ''),
    )
    .map(([value, at, part]) => {
      const text = JSON.stringify(value)
      const cut = at % (text.length + 1)
      return text.slice(0, cut) + part + text.slice(cut + 1)
    })
  fc.assert(
    fc.property(broken, (text) => {
      let valid = true
      try {
        JSON.parse(text)
      } catch {
        valid = false
      }
      expect(readJson(text).ok).toBe(valid)
    }),
    { numRuns: 2_000 },
  )
})
