import { expect, test } from 'vitest'
import { readEditorText } from './editor-text.ts'
import { GKE_FLAGS } from './flags.ts'
import { configNotes } from './notes.ts'

const manifest = (data: string, head = ''): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ip-masq-agent\n  namespace: kube-system\n${head}data:\n${data}`

/** The places at which the words of the file are found in the editor's text. */
function placesOf(text: string, words: readonly string[]) {
  const read = readEditorText(text)
  if (read.kind !== 'file') throw new Error(read.kind)
  const lines = text.split(/\r?\n/)
  return words.map((word) => {
    const { line, column } = read.file.place(read.file.text.indexOf(word))
    return lines[line - 1]?.slice(column - 1, column - 1 + word.length)
  })
}

const RANGES = ['nonMasqueradeCIDRs', '10.0.0.0/8', '1.1.1.1/32', 'masqLinkLocal']

test.each([
  [
    'a literal block',
    '  config: |\n    # kept\n    nonMasqueradeCIDRs:\n      - 10.0.0.0/8\n\n      - 1.1.1.1/32\n    masqLinkLocal: true\n',
  ],
  [
    'a literal block with an indicator',
    '  config: |4-  # file\n        nonMasqueradeCIDRs:\n          - 10.0.0.0/8\n          - 1.1.1.1/32\n        masqLinkLocal: true\n',
  ],
  [
    'a block after an anchor',
    '  config: &file |\n   nonMasqueradeCIDRs:\n   - 10.0.0.0/8\n   - 1.1.1.1/32\n   masqLinkLocal: true\n',
  ],
  [
    'CR LF',
    '  config: |\r\n    nonMasqueradeCIDRs:\r\n    - 10.0.0.0/8\r\n    - 1.1.1.1/32\r\n    masqLinkLocal: true\r\n',
  ],
  [
    'double quotes',
    '  config: "nonMasqueradeCIDRs: [10.0.0.0/8,\\n\\t\\"1.1.1.1/32\\"]\\nmasqLinkLocal: true"\n',
  ],
  [
    'double quotes over lines',
    '  config: "nonMasqueradeCIDRs: [10.0.0.0/8,\n    1.1.1.1/32]\\n\\\n    masqLinkLocal: true"\n',
  ],
  [
    'single quotes',
    "  config: '{nonMasqueradeCIDRs: [''10.0.0.0/8'',\n\n    1.1.1.1/32], masqLinkLocal: true}'\n",
  ],
  [
    'a folded block',
    '  config: >\n    {nonMasqueradeCIDRs: [10.0.0.0/8,\n    1.1.1.1/32],\n\n    masqLinkLocal: true}\n',
  ],
])('in %s every word of the file is found where it is written', (_, data) => {
  expect(placesOf(manifest(data), RANGES)).toEqual(RANGES)
})

test('a JSON manifest holds a file as well', () => {
  const json = JSON.stringify(
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'ip-masq-agent', namespace: 'kube-system' },
      data: { config: 'a: 1\nmasqLinkLocal: true\n' },
    },
    null,
    2,
  )
  expect(placesOf(json, ['masqLinkLocal', 'true'])).toEqual(['masqLinkLocal', 'true'])
})

test('a text that says no kind is the bare file', () => {
  const read = readEditorText('masqLinkLocal: true\n')
  expect(read).toMatchObject({ kind: 'file', inManifest: false })
})

test('a bare file that cannot be read is left for the agent to refuse', () => {
  expect(readEditorText('a: b: c')).toMatchObject({ kind: 'file', inManifest: false })
})

test.each([
  ['kind', manifest('  config: ""\n').replace('ConfigMap', 'Secret'), 'Secret', 2],
  ['name', manifest('  config: ""\n').replace('ip-masq-agent', 'ip-masq'), 'ip-masq', 4],
  ['namespace', manifest('  config: ""\n').replace('kube-system', 'default'), 'default', 5],
  ['namespace', manifest('  config: ""\n').replace('  namespace: kube-system\n', ''), 'default', 4],
  ['key', manifest('  config.yaml: ""\n'), 'config.yaml', 7],
])('with another %s the agent sees no file', (what, text, found, line) => {
  expect(readEditorText(text)).toMatchObject({
    kind: 'elsewhere',
    file: null,
    note: { code: 'wrong-name', line, params: { what, found } },
  })
})

test('of several documents the one that the agent looks for counts', () => {
  const other = manifest('  config: "x: 1"\n').replace('ip-masq-agent', 'other')
  const read = readEditorText(`${other}---\n${manifest('  config: "y: 1"\n')}---\n${other}`)
  expect(read.kind === 'file' && read.file.text).toBe('y: 1')
  expect(read.kind === 'file' && read.file.place(0)).toEqual({ line: 15, column: 12 })
})

test('of two that it looks for the later one stands, because it is applied later', () => {
  const read = readEditorText(
    `${manifest('  config: "x: 1"\n')}---\n${manifest('  config: "y: 1"\n')}`,
  )
  expect(read.kind === 'file' && read.file.text).toBe('y: 1')
})

const PARSING = 'error: error parsing configmap.yaml: error converting YAML to JSON: '
const SERVER =
  'Error from server (BadRequest): error when creating "configmap.yaml": ConfigMap in version "v1" cannot be handled as a ConfigMap: json: cannot unmarshal '

test.each([
  [
    'a key without its colon',
    manifest('  config: |\n    a: 1\n').replace('\ndata:', '\ndata'),
    `${PARSING}yaml: line 7: could not find expected ':'`,
    7,
  ],
  [
    'a tab',
    manifest('\tconfig: x\n'),
    `${PARSING}yaml: line 7: found character that cannot start any token`,
    7,
  ],
  [
    'the | left out',
    manifest('  config:\n    masqLinkLocal: true\n'),
    `${SERVER}object into Go struct field ConfigMap.data of type string`,
    8,
  ],
  [
    'a number as the file',
    manifest('  config: 5\n'),
    `${SERVER}number into Go struct field ConfigMap.data of type string`,
    7,
  ],
  [
    'a text as data',
    manifest('').replace('\ndata:\n', '\ndata: x\n'),
    `${SERVER}string into Go struct field ConfigMap.data of type map[string]string`,
    6,
  ],
  [
    'no kind',
    manifest('  a: b\n').replace('kind: ConfigMap\n', ''),
    `error: unable to decode "configmap.yaml": Object 'Kind' is missing in '{"apiVersion":"v1","data":{"a":"b"},"metadata":{"name":"ip-masq-agent","namespace":"kube-system"}}'`,
    1,
  ],
  [
    'no version',
    manifest('').replace('apiVersion: v1\n', ''),
    `error: unable to decode "configmap.yaml": Object 'apiVersion' is missing in '{"data":null,"kind":"ConfigMap","metadata":{"name":"ip-masq-agent","namespace":"kube-system"}}'`,
    1,
  ],
  [
    'an unknown version',
    manifest('').replace('v1', 'v2'),
    'error: resource mapping not found for name: "ip-masq-agent" namespace: "kube-system" from "configmap.yaml": no matches for kind "ConfigMap" in version "v2"',
    1,
  ],
])('a manifest with %s is refused before the agent sees it', (_, text, error, line) => {
  expect(readEditorText(text)).toMatchObject({
    kind: 'refused',
    error: { by: 'kubectl', text: error, line },
  })
})

test('the second document counts its lines from its own start, its place from that of the text', () => {
  const read = readEditorText(`${manifest('  config: ""\n')}---\nkind: ConfigMap\na: b: c\n`)
  expect(read).toMatchObject({
    error: {
      text: `${PARSING}yaml: line 2: mapping values are not allowed in this context`,
      line: 10,
    },
  })
})

test('a ConfigMap that was renamed stands beside the older one, which stays what the agent reads, and is told', () => {
  const named = (name: string, range: string) =>
    [
      'apiVersion: v1',
      'kind: ConfigMap',
      `metadata: { name: ${name}, namespace: kube-system }`,
      'data:',
      '  config: |',
      `    nonMasqueradeCIDRs: [${range}]`,
      '',
    ].join('\n')
  const older = named('ip-masq-agent', '10.0.0.0/8')
  const renamed = named('ip-masq-agent-config', '10.8.0.0/16')
  for (const stream of [`${older}---\n${renamed}`, `${renamed}---\n${older}`]) {
    const read = readEditorText(stream)
    expect(read).toMatchObject({ kind: 'file', note: { code: 'wrong-name-beside' } })
    expect(read.kind === 'file' && read.file.text).toContain('10.0.0.0/8')
    expect(configNotes(read, GKE_FLAGS).map(({ code }) => code)).toContain('wrong-name-beside')
  }
})
