import { expect, test } from 'vitest'
import { appliedDocuments, splitDocuments } from './documents.ts'

const LIST = `apiVersion: v1
items:
- apiVersion: v1
  kind: ConfigMap
  data:
    config: |
      masqLinkLocal: true
- {apiVersion: v1, kind: Secret}
kind: List
`

test('a list is applied item by item, each at its place in the text', () => {
  const stream = `kind: Namespace\n---\n${LIST}`
  const [first, map, secret, ...more] = appliedDocuments(stream)
  expect(first?.text).toBe('kind: Namespace\n')
  expect(map?.text).toMatch(/^ {2}apiVersion: v1\n {2}kind: ConfigMap\n/)
  expect(more).toEqual([])
  for (const [piece, word] of [
    [map, 'masqLinkLocal'],
    [secret, 'Secret'],
  ] as const) {
    const at = (piece?.text.indexOf(word) ?? -1) + (piece?.offset ?? 0)
    expect(stream.indexOf(word)).toBe(at)
  }
})

test('an empty list applies nothing, a broken one stays whole', () => {
  expect(appliedDocuments('kind: List\nitems: []\n')).toEqual([])
  const broken = 'kind: List\nitems: [\n'
  expect(appliedDocuments(broken)).toEqual(splitDocuments(broken))
})
