import { expect, test } from 'vitest'
import { readEditorText } from './editor-text.ts'
import { GKE_FLAGS } from './flags.ts'
import { configNotes } from './notes.ts'
import { FRESH, syncAgent } from './sync.ts'

/** Manifests as a widely copied article prints them, with what a web editor did to them. */
const BROKEN = {
  enDashes: `apiVersion: v1
kind: ConfigMap
metadata:
  name: ip-masq-agent
  namespace: kube-system
data:
  config: |
    nonMasqueradeCIDRS:
      – 10.1.1.0/24
      – 10.1.2.0/24
    masqLinkLocal : false #링크-로컬 대역을 SNAT 대역에 추가 여부
    resyncInterval : 60s
`,
  gluedComment: `apiVersion: v1
kind: ConfigMap
metadata:
  name: ip-masq-agent
  namespace: kube-system
data:
  config: |
    nonMasqueradeCIDRS:# 10.0.0.0/8 대역 외 기본 비 마스커레이딩 영역은 유지
      - 172.16.0.0/12
      # 운영 서브넷 대역을 추가
      - 10.1.1.0/24
    masqLinkLocal : false
    resyncInterval : 60s
`,
  oneLine:
    'apiVersion: v1 kind: ConfigMap metadata: name: ip-masq-agent namespace: kube-systemdata config: |\n nonMasqueradeCIDRS: – 10.1.1.0/24',
  lostLineBreak: `apiVersion: v1
kind: ConfigMap
metadata:
  name: ip-masq-agent
  namespace: kube-systemdata
  config: |
    nonMasqueradeCIDRS:
      - 10.1.1.0/24
`,
}
const FIXED = `apiVersion: v1
kind: ConfigMap
metadata:
  name: ip-masq-agent
  namespace: kube-system
data:
  config: |
    nonMasqueradeCIDRS: # 10.0.0.0/8 대역 외 기본 비 마스커레이딩 영역은 유지
      - 172.16.0.0/12
      - 10.1.1.0/24
    masqLinkLocal : false
    resyncInterval : 60s
`

function apply(text: string) {
  const read = readEditorText(text)
  if (read.kind === 'refused') return read.error
  const { error, state } = syncAgent(syncAgent(FRESH, null, GKE_FLAGS).state, read.file, GKE_FLAGS)
  return error ?? state.config?.ranges.map((range) => range.text)
}

test('en dashes make one long word of the list', () => {
  expect(apply(BROKEN.enDashes)).toEqual({
    by: 'agent',
    text: 'json: cannot unmarshal string into Go struct field MasqConfig.nonMasqueradeCIDRs of type []string',
    line: 9,
    column: 7,
  })
})

test('a comment glued to the colon makes one word of what follows, up to a real comment', () => {
  expect(apply(BROKEN.gluedComment)).toEqual({
    by: 'agent',
    text: 'json: cannot unmarshal string into Go value of type main.MasqConfig',
    line: 8,
    column: 5,
  })
})

test('without a real comment after it, the next key is what does not fit', () => {
  const text = BROKEN.gluedComment.replace('      # 운영 서브넷 대역을 추가\n', '')
  expect(apply(text)).toEqual({
    by: 'agent',
    text: 'yaml: line 4: mapping values are not allowed in this context',
    line: 11,
    column: 19,
  })
})

test('a manifest on one line is refused by kubectl', () => {
  expect(apply(BROKEN.oneLine)).toMatchObject({
    by: 'kubectl',
    text: 'error: error parsing configmap.yaml: error converting YAML to JSON: yaml: mapping values are not allowed in this context',
    line: 1,
  })
})

test('a lost line break puts the file into the metadata of another namespace', () => {
  const read = readEditorText(BROKEN.lostLineBreak)
  expect(configNotes(read, GKE_FLAGS)).toEqual([
    {
      code: 'wrong-name',
      line: 5,
      params: { what: 'namespace', found: 'kube-systemdata', expected: 'kube-system' },
    },
  ])
})

test('repaired it is taken, in the letter case that it has', () => {
  expect(apply(FIXED)).toEqual(['172.16.0.0/12', '10.1.1.0/24'])
  expect(configNotes(readEditorText(FIXED), GKE_FLAGS)).toEqual([
    {
      code: 'key-in-other-case',
      line: 8,
      params: { key: 'nonMasqueradeCIDRS', name: 'nonMasqueradeCIDRs' },
    },
  ])
})

test('the manifest as the value of its own key leaves the defaults in force, without an error', () => {
  const inner = FIXED.replace(/^/gm, '    ').trimEnd()
  const text = `${FIXED.slice(0, FIXED.indexOf('\ndata:'))}\ndata:\n  config: |\n${inner}\n`
  expect(apply(text)).toHaveLength(11)
  expect(configNotes(readEditorText(text), GKE_FLAGS)).toEqual([
    {
      code: 'manifest-inside-value',
      line: 8,
      params: { keys: 'apiVersion, data, kind, metadata' },
    },
  ])
})
