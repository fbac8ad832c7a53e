import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { setMasqLinkLocal } from './edit.ts'
import { readEditorText } from './editor-text.ts'
import { DEFAULT_FLAGS } from './flags.ts'

const HEAD =
  'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ip-masq-agent\n  namespace: kube-system\n'
const on = (text: string | null): string => {
  const edited = setMasqLinkLocal(text, true)
  if (!edited.ok) throw new Error(JSON.stringify(edited.error))
  return edited.value
}

test.each([
  ['the value', 'masqLinkLocal: false # why\na: 1\n', 'masqLinkLocal: true # why\na: 1\n'],
  [
    'every spelling',
    'MasqLinkLocal: no\nmasqlinklocal: "x"',
    'MasqLinkLocal: true\nmasqlinklocal: true',
  ],
  [
    'a value that is not there',
    'masqLinkLocal: # why\na: 1\n',
    'masqLinkLocal: true # why\na: 1\n',
  ],
  [
    'a file without the key',
    '# top\nnonMasqueradeCIDRs:\n  - 1.1.1.1/32 # one\n# end\n',
    '# top\nnonMasqueradeCIDRs:\n  - 1.1.1.1/32 # one\nmasqLinkLocal: true\n# end\n',
  ],
  ['a file without a last line end', 'cidrLimit: 5', 'cidrLimit: 5\nmasqLinkLocal: true'],
  ['an indented file', '  a: 1\r\n  b:\r\n', '  a: 1\r\n  b:\r\n  masqLinkLocal: true\r\n'],
  ['a comment', '# nothing', '# nothing\nmasqLinkLocal: true'],
  ['the first of two documents', 'a: 1\n---\nb: 2\n', 'a: 1\nmasqLinkLocal: true\n---\nb: 2\n'],
  ['JSON', '{"cidrLimit": 5}', '{"masqLinkLocal": true, "cidrLimit": 5}'],
  ['empty JSON', '{}', '{"masqLinkLocal": true}'],
  ['JSON with the key', '{"masqLinkLocal":false}', '{"masqLinkLocal":true}'],
  [
    'a manifest',
    `${HEAD}data:\n  config: |\n    # why\n    masqLinkLocal : false\n`,
    `${HEAD}data:\n  config: |\n    # why\n    masqLinkLocal : true\n`,
  ],
  [
    'a manifest without the key',
    `${HEAD}data:\n  config: |\n      cidrLimit: 5\n`,
    `${HEAD}data:\n  config: |\n      cidrLimit: 5\n      masqLinkLocal: true\n`,
  ],
  [
    'a block that ends before another key',
    `${HEAD}data:\n  config: |-\n    cidrLimit: 5\n  x: z\n`,
    `${HEAD}data:\n  config: |-\n    cidrLimit: 5\n    masqLinkLocal: true\n  x: z\n`,
  ],
  [
    'a file in double quotes',
    `${HEAD}data:\n  config: "cidrLimit: 5"\n`,
    `${HEAD}data:\n  config: "cidrLimit: 5\\nmasqLinkLocal: true"\n`,
  ],
  [
    'a file in single quotes',
    `${HEAD}data:\n  config: 'cidrLimit: 5'\n`,
    `${HEAD}data:\n  config: |-\n    cidrLimit: 5\n    masqLinkLocal: true\n`,
  ],
  [
    'an empty file in a manifest',
    `${HEAD}data:\n  config:\n`,
    `${HEAD}data:\n  config: |\n    masqLinkLocal: true\n`,
  ],
  ['a manifest without data', HEAD, `${HEAD}data:\n  config: |\n    masqLinkLocal: true\n`],
  [
    'a manifest with empty data',
    `${HEAD}data:\n`,
    `${HEAD}data:\n  config: |\n    masqLinkLocal: true\n`,
  ],
  [
    'a manifest with other data',
    `${HEAD}data:\n    x: z\n`,
    `${HEAD}data:\n    x: z\n    config: |\n      masqLinkLocal: true\n`,
  ],
])('it is set in %s', (_, before, after) => {
  expect(on(before)).toBe(after)
})

test('of several manifests the one that the agent finds is edited', () => {
  const found = `${HEAD}data:\n  config: |\n    masqLinkLocal: false\n`
  const other = found.replace('ip-masq-agent', 'other')
  expect(on(`${other}---\n${found}---\n${other}`)).toBe(
    `${other}---\n${found.replace('false', 'true')}---\n${other}`,
  )
})

test.each([null, '', ' \n'])('out of nothing (%j) comes a manifest', (text) => {
  expect(on(text)).toBe(`${HEAD}data:\n  config: |\n    masqLinkLocal: true\n`)
})

test.each([
  ['a: b: c', 'yaml: mapping values are not allowed in this context', 1],
  [
    `${HEAD}data:\n  config: |\n    a: 1\n    b: c: d\n`,
    'yaml: line 2: mapping values are not allowed in this context',
    9,
  ],
  [`${HEAD}data\n`, /error converting YAML to JSON/, 7],
])('%j cannot be read and is not touched', (text, error, line) => {
  expect(setMasqLinkLocal(text, true)).toMatchObject({
    ok: false,
    error: { code: 'unreadable', text: expect.stringMatching(error), line },
  })
})

test.each(['- a\n', 'hello', 'masqLinkLocal:\n  - a\n'])('%j has no place for it', (text) => {
  expect(setMasqLinkLocal(text, true)).toEqual({ ok: false, error: { code: 'no-place' } })
})

const lines = fc.subarray([
  'nonMasqueradeCIDRs:\n  - 10.0.0.0/8\n  - 1.1.1.1/32 # dns\n',
  'cidrLimit: 10\n',
  'resyncInterval: "5s" # quick\n',
  '# a comment\n',
  'unknown: {a: [1, 2]}\n',
  'text: |\n  two\n  lines\n',
  '\n',
])
const setting = fc.constantFrom(
  '',
  'masqLinkLocal: false\n',
  'masqLinkLocal : yes # why\n',
  'MASQLINKLOCAL: "x"\n',
)
const files = fc
  .tuple(lines, setting, fc.nat(6), fc.boolean())
  .map(([parts, line, at, manifest]) => {
    const all = [...parts.slice(0, at), line, ...parts.slice(at)].join('')
    if (!manifest || all.trim() === '') return all
    return `${HEAD}data:\n  config: |\n${all.replace(/^(?=.)/gm, '    ')}`
  })

test('set it, and it is read as set, and nothing else has changed', () => {
  fc.assert(
    fc.property(files, fc.boolean(), (text, value) => {
      const edited = setMasqLinkLocal(text, value)
      expect(edited.ok && settingsOf(edited.value)).toEqual({
        ...settingsOf(text),
        linkLocal: value,
      })
      expect(edited.ok && setMasqLinkLocal(edited.value, value)).toEqual(edited)
    }),
  )
})

test('no text makes it throw, and what it gives back is read as set', () => {
  const part = fc.constantFrom(
    'masqLinkLocal',
    ': ',
    ':',
    ' ',
    '\n',
    '\n  ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '|',
    '#',
    '&a ',
    '*a',
    'true',
    '---\n',
    'a',
    '<<: ',
    'kind: ConfigMap\n',
    'apiVersion: v1\n',
    'data:\n',
    '  config: ',
  )
  const soup = fc.array(part, { maxLength: 14 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(soup, fc.boolean(), (text, value) => {
      const edited = setMasqLinkLocal(text, value)
      if (!edited.ok) return
      const read = readEditorText(edited.value)
      expect(read.kind).not.toBe('refused')
      if (read.kind === 'file') expect(settingsOf(edited.value).linkLocal).toBe(value)
    }),
    { numRuns: 2_000 },
  )
})

/** The configuration without its places. */
function settingsOf(text: string) {
  const read = readEditorText(text)
  const file = read.kind === 'file' ? read.file : null
  const { config } = readConfig(file, DEFAULT_FLAGS)
  if (!config.ok) {
    const plain = text.replace('MASQLINKLOCAL: "x"', 'MASQLINKLOCAL: true')
    if (plain === text) return { error: config.error.text, linkLocal: linkLocalDespite(text) }
    return settingsOf(plain)
  }
  const { ranges, cidrLimit, masqLinkLocal, resyncNanoseconds } = config.value
  const list = ranges.map((range) => range.text)
  return { list, cidrLimit, resyncNanoseconds, linkLocal: masqLinkLocal }
}

/** Where another key is refused, the text of the setting has to do. */
const linkLocalDespite = (text: string): boolean => /masqLinkLocal.*true/i.test(text)
