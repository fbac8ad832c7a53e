import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Located } from './json/value.ts'
import { LineTable } from './line-table.ts'
import { readYamlOrJson } from './read-yaml-or-json.ts'

/** Every scalar with the text that stands at its place. */
function scalarsIn(text: string): [unknown, string][] {
  const read = readYamlOrJson(text)
  if (!read.ok) throw new Error(read.error.text)
  const found: [unknown, string][] = []
  const visit = ({ value, start, end }: Located): void => {
    if (value.kind === 'array') value.items.forEach(visit)
    else if (value.kind === 'object') {
      for (const { key, keyStart, keyEnd, at } of value.members) {
        found.push([key, text.slice(keyStart, keyEnd)])
        visit(at)
      }
    } else if (value.kind === 'string') found.push([value.value, text.slice(start, end)])
  }
  visit(read.value.root)
  return found
}

test('a place is that of the scalar as it is written', () => {
  const text = "b: \"x\\ty\" # c\na:\n  - 'it''s'\n  - plain words # d\n  - [in, {flow: style}]\n"
  expect(scalarsIn(text)).toEqual([
    ['a', 'a'],
    ["it's", "'it''s'"],
    ['plain words', 'plain words'],
    ['in', 'in'],
    ['flow', 'flow'],
    ['style', 'style'],
    ['b', 'b'],
    ['x\ty', '"x\\ty"'],
  ])
})

test('an alias stands where it is written, not where its anchor is', () => {
  expect(scalarsIn('x: &a 10.0.0.0/8\ny: [*a]\n')).toContainEqual(['10.0.0.0/8', '*a'])
})

test('a byte order mark and a character of two units do not shift places', () => {
  expect(scalarsIn('\ufeff😀: [😀, end]\n')).toEqual([
    ['😀', '😀'],
    ['😀', '😀'],
    ['end', 'end'],
  ])
})

test('places in JSON are those of its tokens', () => {
  expect(scalarsIn(' {"a": ["b", "\\u0063"]}')).toEqual([
    ['a', '"a"'],
    ['b', '"b"'],
    ['c', '"\\u0063"'],
  ])
})

const word = fc
  .stringMatching(/^[a-z][a-z0-9./-]{0,8}$/)
  .filter((text) => !/^(y|n|yes|no|on|off|true|false|null)$/.test(text))

test('in any block mapping of lists every place holds the text of its scalar', () => {
  const documents = fc.array(
    fc.record({
      key: word,
      items: fc.array(word, { minLength: 1 }),
      gap: fc.constantFrom('', '# note\n', '\n'),
    }),
    { minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(documents, (parts) => {
      const text = parts
        .map(
          ({ key, items, gap }) =>
            `${gap}${key}:\n${items.map((item) => `  - ${item}\n`).join('')}`,
        )
        .join('')
      for (const [value, written] of scalarsIn(text)) expect(written).toBe(value)
    }),
  )
})

test('an offset and its place are two names for one position', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', 'bc')),
      fc.nat(),
      (parts, number) => {
        const text = parts.join('')
        const offset = number % (text.length + 1)
        const lines = new LineTable(text)
        const { line, column } = lines.at(offset)
        expect(lines.start(line) + column - 1).toBe(offset)
        expect(text.slice(0, lines.start(line)).split(/\r\n?|\n/)).toHaveLength(line)
      },
    ),
  )
})
