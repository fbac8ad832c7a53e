import { expect, test } from 'vitest'
import { BUILTINS } from '../scenario/fixtures/builtin-states.ts'
import { withSharedParts } from './shared-parts.ts'

const [was] = BUILTINS

test('what has come back unchanged is the very object that was there', () => {
  const back = structuredClone(was)
  const moved = {
    ...back,
    document: { ...back.document, positions: { 'pod:a': [1, 2] as [number, number] } },
  }
  const now = withSharedParts(was, moved)
  expect(now).toEqual(moved)
  expect(now.document.nodes).toBe(was.document.nodes)
  expect(now.manifests).toBe(was.manifests)
  expect(now.document.positions).toBe(moved.document.positions)
})

test('what was changed, and what was taken away, is as it came', () => {
  const back = structuredClone(was)
  const { cloudNats: _, ...less } = back.document
  const now = withSharedParts(was, { ...back, document: { ...less, nodes: [] } })
  expect(now.document.nodes).toEqual([])
  expect(now.document).not.toHaveProperty('cloudNats')
  expect(now.document.pods).toBe(was.document.pods)
})
