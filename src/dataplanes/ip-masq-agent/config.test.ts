/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { plainFile } from './config-file.ts'
import { DEFAULT_FLAGS } from './flags.ts'
import { agentProfile } from './version.ts'

const META = { ...DEFAULT_FLAGS, profile: agentProfile('2.12.6') }
const read = (text: string, flags = DEFAULT_FLAGS) => readConfig(plainFile(text), flags)
const rangesOf = (text: string): string[] | string => {
  const { config } = read(text)
  return config.ok ? config.value.ranges.map((range) => range.text) : config.error.text
}
const errorOf = (text: string, flags = DEFAULT_FLAGS): string | null => {
  const { config } = read(text, flags)
  return config.ok ? null : config.error.text
}
const linkLocalOf = (text: string): boolean | string => {
  const { config } = read(text)
  return config.ok ? config.value.masqLinkLocal : config.error.text
}
const DEFAULTS = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']
const NO_LIST =
  'json: cannot unmarshal string into Go struct field MasqConfig.nonMasqueradeCIDRs of type []string'

test.each<[string, string, string[] | string]>([
  ['a key in other case', 'nonMasqueradeCIDRS: [10.0.0.0/8]', ['10.0.0.0/8']],
  ['a key in capitals', 'NONMASQUERADECIDRS: [10.0.0.0/8]', ['10.0.0.0/8']],
  [
    'two spellings in YAML: sorted, so the one with the lower-case s is read last',
    'nonMasqueradeCIDRs: [10.0.0.0/8]\nnonMasqueradeCIDRS: [1.1.1.1/32]',
    ['10.0.0.0/8'],
  ],
  [
    'two spellings in JSON: the later one is read last',
    '{"nonMasqueradeCIDRs": ["10.0.0.0/8"], "nonMasqueradeCIDRS": ["1.1.1.1/32"]}',
    ['1.1.1.1/32'],
  ],
  ['one key twice', 'nonMasqueradeCIDRs: []\nnonMasqueradeCIDRs: [1.1.1.1/32]', ['1.1.1.1/32']],
  ['an unknown key', 'nonMasqCIDRs: [1.1.1.1/32]', DEFAULTS],
  ['a manifest in the file', 'kind: ConfigMap\ndata:\n  config: |\n    a: b\n', DEFAULTS],
  ['the file inside a key of its own', 'config: |\n  nonMasqueradeCIDRs: []\n', DEFAULTS],
  ['an empty file', '', DEFAULTS],
  ['a blank line', '\n', DEFAULTS],
  ['a comment', '# nothing', DEFAULTS],
  ['nothing after the key', 'nonMasqueradeCIDRs:', []],
  ['an empty list', 'nonMasqueradeCIDRs: []', []],
  ['only masqLinkLocal', 'masqLinkLocal: true', DEFAULTS],
  [
    'null as the second element keeps the default of that place',
    'nonMasqueradeCIDRs: [1.1.1.1/32, null]',
    ['1.1.1.1/32', '172.16.0.0/12'],
  ],
  ['the first of several documents', 'nonMasqueradeCIDRs: []\n---\na: b', []],
  ['an empty first document', '---\n---\nnonMasqueradeCIDRs: []', DEFAULTS],
  ['a byte order mark and CR LF', '\ufeffnonMasqueradeCIDRs:\r\n- 1.1.1.1/32\r\n', ['1.1.1.1/32']],
  ['a blank before the colon', 'nonMasqueradeCIDRs : [1.1.1.1/32]', ['1.1.1.1/32']],
  ['en dashes for hyphens', 'nonMasqueradeCIDRs:\n – 10.1.1.0/24\n – 10.1.2.0/24\n', NO_LIST],
  ['a text for a list', 'nonMasqueradeCIDRs: 10.0.0.0/8', NO_LIST],
  ['a list', '- 10.0.0.0/8', 'json: cannot unmarshal array into Go value of type main.MasqConfig'],
  ['a word', 'hello', 'json: cannot unmarshal string into Go value of type main.MasqConfig'],
  [
    'a tab',
    'masqLinkLocal: true\nnonMasqueradeCIDRs:\n\t- 10.0.0.0/8',
    'yaml: line 3: found character that cannot start any token',
  ],
  [
    'a comma too many in JSON',
    '{"a": [1,]}',
    "invalid character ']' looking for beginning of value",
  ],
  ['more after JSON', '{} trailing', "invalid character 't' after top-level value"],
])('%s', (_, text, result) => {
  expect(rangesOf(text)).toEqual(result)
})

test('a comment glued to the colon makes the key a word, and the next key an error', () => {
  const text = 'nonMasqueradeCIDRS:# kept\n  - 172.16.0.0/12\nmasqLinkLocal : false\n'
  expect(errorOf(text)).toBe('yaml: line 3: mapping values are not allowed in this context')
})

test.each(['true', 'True', 'TRUE', 'yes', 'Yes', 'on', 'y'])(
  'masqLinkLocal: %s is true',
  (word) => {
    expect(linkLocalOf(`masqLinkLocal: ${word}`)).toBe(true)
  },
)

test.each([
  ['"true"', 'string'],
  ['1', 'number'],
  ['[]', 'array'],
  ['{}', 'object'],
])('masqLinkLocal: %s is a %s', (word, name) => {
  expect(linkLocalOf(`masqLinkLocal: ${word}`)).toBe(
    `json: cannot unmarshal ${name} into Go struct field MasqConfig.masqLinkLocal of type bool`,
  )
})

test.each<[string, string | bigint]>([
  ['"64"', 'string'],
  ['64.0', 64n],
  ['1e2', 100n],
  ['1.5', 'number 1.5'],
])('cidrLimit: %s', (text, result) => {
  const { config } = read(`cidrLimit: ${text}`)
  const error = `json: cannot unmarshal ${result} into Go struct field MasqConfig.cidrLimit of type int`
  expect(config.ok ? config.value.cidrLimit : config.error.text).toBe(
    typeof result === 'bigint' ? result : error,
  )
})

test.each([
  [
    '60',
    'expected string value for unmarshal to field of type Duration, got "60"',
    /number.*string/,
  ],
  [
    'null',
    'expected string value for unmarshal to field of type Duration, got "null"',
    /^time: invalid duration ""$/,
  ],
  ['"60"', 'time: missing unit in duration "60"', /^time: missing unit in duration "60"$/],
  ['1d', 'time: unknown unit "d" in duration "1d"', /unknown unit "d"/],
])('resyncInterval: %s is refused by old and new agents in their own words', (text, old, meta) => {
  expect(errorOf(`resyncInterval: ${text}`)).toBe(old)
  expect(errorOf(`resyncInterval: ${text}`, META)).toMatch(meta)
})

test('newer agents log the interval as text', () => {
  expect(read('resyncInterval: 90s', META).using).toContain('"resyncInterval":"1m30s"')
})

test.each([
  ['0.0.0.0', 'CIDR "0.0.0.0" could not be parsed, invalid CIDR address: 0.0.0.0'],
  [
    '10.1.2.3/24',
    'CIDR "10.1.2.3/24" is not aligned to a CIDR block, ip: "10.1.2.3" network: "10.1.2.0/24"',
  ],
  [
    'fc00::/7',
    'ipv6 is not enabled, but ipv6 cidr fc00::/7 provided. Enable ipv6 using --enable-ipv6 agent flag',
  ],
])('%s in the list is refused at its place', (range, text) => {
  const { config, using } = read(
    `masqLinkLocal: true\nnonMasqueradeCIDRs:\n  - 1.1.1.1/32\n  - ${range}\n`,
  )
  expect(config).toEqual({ ok: false, error: { text, line: 4, column: 5 } })
  expect(using, 'the agent logs what it then refuses').toContain(range)
})

test('the first entry above the limit is the place of the error', () => {
  const list = Array.from({ length: 65 }, (_, at) => `- 10.${at}.0.0/16`).join('\n')
  expect(read(`nonMasqueradeCIDRs:\n${list}`).config).toMatchObject({ error: { line: 66 } })
  expect(errorOf('cidrLimit: 0')).toContain('up to 0 CIDRs (excluding link-local), but got 3')
})

test('a type error is reported at its value, and a bad duration before it', () => {
  expect(read('masqLinkLocal: 1\n').config).toMatchObject({ error: { line: 1, column: 16 } })
  expect(errorOf('masqLinkLocal: 1\nresyncInterval: x')).toBe('time: invalid duration "x"')
})

test('a syntax error has the place where it was noticed, whatever line its text names', () => {
  expect(read('a: b\n c: d\n').config).toEqual({
    ok: false,
    error: {
      text: 'yaml: line 2: mapping values are not allowed in this context',
      line: 2,
      column: 3,
    },
  })
})

test('every range and every key knows where it is written', () => {
  const { config } = read(
    '# kept\nnonMasqueradeCIDRs:\n  - 10.0.0.0/8 # a\n  - "1.1.1.1/32"\nmasqLinkLocal: no\n',
  )
  expect(config.ok && config.value.ranges.map(({ place }) => place)).toEqual([
    { line: 3, column: 5 },
    { line: 4, column: 5 },
  ])
  expect(config.ok && config.value.places).toMatchObject({
    masqLinkLocal: { line: 5, column: 16 },
    resyncInterval: null,
  })
})

interface Recording {
  readonly config: string
  readonly error: string | null
  readonly using: string | null
  readonly metaError: string | null
  readonly metaUsing: string | null
}

test('a thousand generated files are read as the same Go code reads them', () => {
  const recordings: readonly Recording[] = gunzipSync(
    readFileSync(join(import.meta.dirname, 'fixtures/configs.jsonl.gz')),
  )
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(recordings.length).toBeGreaterThan(1_000)
  const wrong = recordings.flatMap(({ config, error, using, metaError, metaUsing }) => {
    const old = { error: errorOf(config), using: read(config).using }
    const meta = read(config, META)
    // Of newer agents only the decoding was recorded, not the validation behind it.
    const metaGot = meta.using === null ? errorOf(config, META) : null
    const same =
      old.error === error &&
      old.using === using &&
      metaGot === metaError &&
      meta.using === metaUsing
    return same ? [] : [{ config, old, metaGot, meta: meta.using, error, using }]
  })
  expect(wrong).toEqual([])
})
