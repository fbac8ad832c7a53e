import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import type { ClusterFacts, Dataplane } from '../../dataplanes/dataplane.ts'
import type { Setting, SettingPlace, SettingValue } from '../../dataplanes/setting.ts'
import { BUILTINS } from '../fixtures/builtin-states.ts'
import { readTopology } from '../read-topology.ts'
import type { ScenarioState } from '../state.ts'
import { clusterFacts } from '../world-of.ts'
import { changeSetting } from './change-setting.ts'
import { readSetting } from './read-settings.ts'

const POOL = `apiVersion: projectcalico.org/v3
kind: IPPool
metadata:
  name: default-pool
spec:
  cidr: 10.244.0.0/16 # ours
  natOutgoing: true # why
`
const POOL_NAME = { kind: 'IPPool', name: null }
const MAP_NAME = { kind: 'ConfigMap', name: 'ip-masq-agent' }
const SET_NAME = { kind: 'DaemonSet', name: 'agent' }
const MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ip-masq-agent\n'
const SET = `kind: DaemonSet
metadata: {name: agent}
spec:
  template:
    spec:
      containers:
        - name: agent
          args:
            - --masq-chain=IP-MASQ # the chain
            # below
            - "--v=2"
          env:
            - name: A
              value: "1"
`

const inManifest = (path: string[], quoted = false): SettingPlace => ({
  in: 'manifest',
  manifest: POOL_NAME,
  path,
  quoted,
})
const inFile = (path: string[]): SettingPlace => ({
  in: 'file',
  manifest: MAP_NAME,
  key: 'config',
  path,
})
const inSet = (place: 'argument' | 'environment', name: string): SettingPlace => ({
  in: place,
  manifest: SET_NAME,
  container: 'agent',
  name,
})

const setting = (
  kind: 'switch' | 'text' | 'number' | 'list',
  place: SettingPlace,
  absent: SettingValue,
): Setting => ({ key: 'it', control: { kind }, place, absent, prominent: false })

const NAT = setting('switch', inManifest(['spec', 'natOutgoing']), false)
const [first] = BUILTINS
const facts: ClusterFacts = clusterFacts(first.document, readTopology(first.document))
const under = (text: string): ScenarioState => ({
  ...first,
  manifests: { applied: true, text, inForce: null },
})

function change(text: string, it: Setting, value: SettingValue, starter = ''): string {
  const dataplane = { settings: [it], starter: () => starter } as unknown as Dataplane
  const changed = changeSetting(under(text), dataplane, facts, { key: 'it', value })
  return changed.ok ? changed.value.manifests.text : changed.error
}
const read = (text: string, it: Setting) => {
  const { value, origin, line } = readSetting(under(text), it)
  return [value, origin, line]
}

describe('A setting is read from its place', () => {
  test.each<[string, Setting, string, unknown[]]>([
    ['a field', NAT, POOL, [true, 'set', 7]],
    ['a field of the second document', NAT, `a: 1\n---\n${POOL}`, [true, 'set', 9]],
    ['a field that is not there', NAT, 'kind: IPPool\nspec:\n', [false, 'absent', null]],
    ['a manifest that is not there', NAT, 'kind: Other\n', [false, 'absent', null]],
    ['no text at all', NAT, '', [false, 'absent', null]],
    [
      'a value of another kind',
      NAT,
      'kind: IPPool\nspec: {natOutgoing: 3}',
      [false, 'unreadable', 2],
    ],
    ['a field of a text', NAT, 'kind: IPPool\nspec: x', [false, 'unreadable', null]],
    ['text that is broken', NAT, 'kind: IPPool\nspec: [', [false, 'unreadable', null]],
    ['text that may be the one', NAT, 'kind\nspec: [', [false, 'unreadable', null]],
    ['another document is broken', NAT, `kind: X\nspec: [\n---\n${POOL}`, [true, 'set', 10]],
    [
      'a file',
      setting('number', inFile(['cidrLimit']), 64),
      `${MAP}data:\n  config: |\n    # up\n    CIDRLimit: 5\n`,
      [5, 'set', 8],
    ],
    [
      'a bare file',
      setting('list', inFile(['nonMasqueradeCIDRs']), []),
      'nonMasqueradeCIDRs:\n  - 10.0.0.0/8\n',
      [['10.0.0.0/8'], 'set', 2],
    ],
    [
      'a broken file',
      setting('number', inFile(['cidrLimit']), 64),
      `${MAP}data:\n  config: |\n    a: [\n`,
      [64, 'unreadable', null],
    ],
    ['an argument', setting('number', inSet('argument', 'v'), 0), SET, [2, 'set', 11]],
    [
      'no argument',
      setting('switch', inSet('argument', 'ipv6'), false),
      SET,
      [false, 'absent', null],
    ],
    ['a variable', setting('switch', inSet('environment', 'A'), false), SET, [true, 'set', 14]],
  ])('%s', (_, it, text, expected) => {
    expect(read(text, it)).toEqual(expected)
  })
})

describe('Only what has to change changes in', () => {
  const list = setting('list', inFile(['nonMasqueradeCIDRs']), [])
  const limit = setting('number', inFile(['cidrLimit']), 64)
  test.each<[string, Setting, SettingValue, string, string]>([
    ['a field', NAT, false, POOL, POOL.replace('true #', 'false #')],
    [
      'a field in braces',
      NAT,
      true,
      'kind: IPPool\nspec: {a: 1}\n',
      'kind: IPPool\nspec: {"natOutgoing":true, a: 1}\n',
    ],
    [
      'a field that is missing',
      NAT,
      true,
      'kind: IPPool\nspec:\n  a: 1 # c\n# end\n',
      'kind: IPPool\nspec:\n  a: 1 # c\n  natOutgoing: true\n# end\n',
    ],
    [
      'a parent that is empty',
      NAT,
      true,
      'kind: IPPool\nspec: # s\n',
      'kind: IPPool\nspec: # s\n  natOutgoing: true\n',
    ],
    [
      'a parent that is missing',
      NAT,
      true,
      'kind: IPPool',
      'kind: IPPool\nspec:\n  natOutgoing: true',
    ],
    [
      'Windows line ends',
      NAT,
      false,
      POOL.replaceAll('\n', '\r\n'),
      POOL.replaceAll('\n', '\r\n').replace('true', 'false'),
    ],
    [
      'a value in quotes',
      setting('text', inManifest(['spec', 'name']), ''),
      'it’s',
      "kind: IPPool\nspec:\n  name: 'a'\n",
      "kind: IPPool\nspec:\n  name: 'it’s'\n",
    ],
    [
      'a value that holds text',
      setting('switch', inManifest(['data', 'x'], true), false),
      true,
      'kind: IPPool\ndata:\n  x: "false"\n',
      'kind: IPPool\ndata:\n  x: "true"\n',
    ],
    [
      'a list in a file',
      list,
      ['10.0.0.0/8', '1.1.1.1/32'],
      `${MAP}data:\n  config: |\n    nonMasqueradeCIDRs:\n      - 9.9.9.9/32\n      # ours\n      - 10.0.0.0/8 # all\n    cidrLimit: 5\n`,
      `${MAP}data:\n  config: |\n    nonMasqueradeCIDRs:\n      # ours\n      - 10.0.0.0/8 # all\n      - 1.1.1.1/32\n    cidrLimit: 5\n`,
    ],
    [
      'a list that is emptied',
      list,
      [],
      `${MAP}data:\n  config: |\n    nonMasqueradeCIDRs:\n    - 9.9.9.9/32\n    a: 1\n`,
      `${MAP}data:\n  config: |\n    nonMasqueradeCIDRs: []\n    a: 1\n`,
    ],
    [
      'a list in brackets',
      list,
      ['1.1.1.1/32'],
      'nonMasqueradeCIDRs: [] # none\n',
      'nonMasqueradeCIDRs: [1.1.1.1/32] # none\n',
    ],
    [
      'a list that is missing',
      list,
      ['1.1.1.1/32'],
      `${MAP}data:\n  config: |\n    a: 1\n`,
      `${MAP}data:\n  config: |\n    a: 1\n    nonMasqueradeCIDRs:\n      - 1.1.1.1/32\n`,
    ],
    [
      'a file in quotes',
      limit,
      7,
      `${MAP}data:\n  config: 'cidrLimit: 5'\n`,
      `${MAP}data:\n  config: |-\n    cidrLimit: 7\n`,
    ],
    ['a file that is missing', limit, 7, MAP, `${MAP}data:\n  config: |\n    cidrLimit: 7\n`],
    [
      'a file that is empty',
      limit,
      7,
      `${MAP}data:\n  config:\n`,
      `${MAP}data:\n  config: |\n    cidrLimit: 7\n`,
    ],
    [
      'every spelling in a file',
      limit,
      7,
      'cidrLimit: 5\nCIDRLIMIT: 6\n',
      'cidrLimit: 7\nCIDRLIMIT: 7\n',
    ],
    [
      'an argument',
      setting('text', inSet('argument', 'masq-chain'), ''),
      'X',
      SET,
      SET.replace('IP-MASQ #', 'X #').replace(' # the chain', ''),
    ],
    [
      'an argument that is missing',
      setting('switch', inSet('argument', 'ipv6'), false),
      true,
      SET,
      SET.replace('"--v=2"\n', '"--v=2"\n            - --ipv6=true\n'),
    ],
    [
      'a variable',
      setting('switch', inSet('environment', 'A'), false),
      false,
      SET,
      SET.replace('"1"', '"false"'),
    ],
    [
      'a variable that is missing',
      setting('text', inSet('environment', 'B'), ''),
      'x',
      SET,
      `${SET}            - name: B\n              value: x\n`,
    ],
  ])('%s', (_, it, value, before, after) => {
    expect(change(before, it, value)).toBe(after)
    expect(read(after, it).slice(0, 2)).toEqual([value, 'set'])
  })
})

describe('A manifest that is missing', () => {
  test('comes from the dataplane’s starter, behind what was typed', () => {
    const typed = '# mine\nkind: ConfigMap\n'
    expect(change(typed, NAT, false, `# fresh\nkind: X\n---\n${POOL}`)).toBe(
      `${typed}---\n${POOL.replace('true', 'false')}`,
    )
  })

  test('that nobody knows leaves the text alone', () => {
    expect(change('kind: X\n', NAT, false)).toBe('no-place')
  })
})

test.each([
  'kind: IPPool\nspec: [',
  'kind: IPPool\nspec:\n  natOutgoing: {a: 1}\n',
  'kind: IPPool\nspec: text\n',
  '\tkind: IPPool',
])('%j cannot be read, and is not touched', (text) => {
  expect(change(text, NAT, true, POOL)).toBe('unreadable')
})

test('a list of objects keeps what else its items hold', () => {
  const place = { ...inManifest(['spec', 'destinations']), item: 'cidr' } as SettingPlace
  const it = setting('list', place, [])
  const text =
    'kind: IPPool\nspec:\n  destinations:\n  - cidr: 10.0.0.0/8 # a\n    note: x\n  - cidr: 1.1.1.1/32\n'
  expect(read(text, it)).toEqual([['10.0.0.0/8', '1.1.1.1/32'], 'set', 4])
  expect(change(text, it, ['2.2.2.2/32', '10.0.0.0/8'])).toBe(
    'kind: IPPool\nspec:\n  destinations:\n  - cidr: 2.2.2.2/32\n  - cidr: 10.0.0.0/8 # a\n    note: x\n',
  )
})

test('a field of the cluster is changed in the document, and only to what may stand there', () => {
  const it = setting('switch', { in: 'cluster', field: 'disableDefaultSnat' }, false)
  const dataplane = { settings: [it], starter: () => '' } as unknown as Dataplane
  const set = (value: SettingValue) => changeSetting(first, dataplane, facts, { key: 'it', value })
  expect(set(true)).toMatchObject({
    ok: true,
    value: { document: { clusters: [{ disableDefaultSnat: true }] }, manifests: first.manifests },
  })
  expect(set('maybe')).toEqual({ ok: false, error: 'no-place' })
})

const files = fc
  .subarray([
    '# a comment\n',
    'cidrLimit: 3 # c\n',
    'x:\n- 1\n- 2\n',
    'y: {a: [b]}\n',
    '\n',
    't: |\n  two\n  lines\n',
  ])
  .map((parts) => parts.join(''))
  .filter((text) => /^[a-z]/m.test(text))

test('whatever stands around it, one value changes and every comment stays', () => {
  const limit = setting('number', inFile(['cidrLimit']), 64)
  fc.assert(
    fc.property(files, fc.boolean(), fc.integer({ min: 0, max: 99 }), (file, bare, value) => {
      const text = bare ? file : `${MAP}data:\n  config: |\n${file.replace(/^(?=.)/gm, '    ')}`
      const after = change(text, limit, value)
      expect(read(after, limit).slice(0, 2)).toEqual([value, 'set'])
      const comments = (all: string) => all.match(/#.*/g)
      expect(comments(after)).toEqual(comments(text))
      const inner = (all: string) => {
        const [js] = parseAllDocuments(all).map((document) => document.toJS() as object)
        const config = bare
          ? js
          : (parseAllDocuments(
              (js as { data: { config: string } }).data.config,
            )[0]?.toJS() as object)
        return { ...config, cidrLimit: value }
      }
      expect(inner(after)).toEqual(inner(text))
    }),
  )
})

test('no text makes it throw, and what it gives back is read as set', () => {
  const part = fc.constantFrom(
    'kind: IPPool\n',
    'spec:',
    'spec: ',
    '\n',
    '\n  ',
    'natOutgoing',
    ': ',
    'true',
    '[',
    ']',
    '{',
    '}',
    '- ',
    '"',
    '#',
    '---\n',
    '&a ',
    '*a',
    '<<: ',
    '|',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 14 }), fc.boolean(), (parts, value) => {
      const after = change(parts.join(''), NAT, value, POOL)
      if (after === 'unreadable' || after === 'no-place') return
      expect(read(after, NAT).slice(0, 2)).toEqual([value, 'set'])
    }),
    { numRuns: 2_000 },
  )
})
