import { expect, test } from 'vitest'
import { readEditorText } from './editor-text.ts'
import { DEFAULT_FLAGS } from './flags.ts'
import { configNotes } from './notes.ts'

const notesOf = (text: string) =>
  configNotes(readEditorText(text), DEFAULT_FLAGS).map(({ code, line, params }) => [
    code,
    line,
    params,
  ])

test('a plain file needs no note', () => {
  expect(
    notesOf('nonMasqueradeCIDRs:\n  - 10.0.0.0/8\n  - 1.1.1.1/32\nmasqLinkLocal: true\n'),
  ).toEqual([])
})

test('unknown keys and other spellings are told at their lines', () => {
  expect(notesOf('masqlinklocal: true\nnonMasqCIDRs: []\n')).toEqual([
    ['key-in-other-case', 1, { key: 'masqlinklocal', name: 'masqLinkLocal' }],
    ['unknown-key-ignored', 2, { key: 'nonMasqCIDRs' }],
  ])
})

test('unknown keys are told although the file is refused', () => {
  expect(notesOf('nope: 1\nnonMasqueradeCIDRs: [x]\n')).toEqual([
    ['unknown-key-ignored', 1, { key: 'nope' }],
  ])
})

test('a file under a key of its own is no file', () => {
  expect(notesOf('config: |\n  masqLinkLocal: true\n')).toEqual([
    ['manifest-inside-value', 1, { keys: 'config' }],
  ])
})

test('an empty list masquerades everything', () => {
  expect(notesOf('masqLinkLocal: true\nnonMasqueradeCIDRs:\n')).toEqual([['list-empty', 2, {}]])
})

test('a range that an earlier one covers is never asked', () => {
  expect(
    notesOf(
      'nonMasqueradeCIDRs:\n  - 10.0.0.0/8\n  - 10.1.1.0/24\n  - 10.0.0.0/8\n  - 11.0.0.0/8\n',
    ),
  ).toEqual([
    ['covered-by-earlier-range', 3, { range: '10.1.1.0/24', by: '10.0.0.0/8', byLine: '2' }],
    ['duplicate-range', 4, { range: '10.0.0.0/8', by: '10.0.0.0/8', byLine: '2' }],
  ])
})

test('a wider range after a narrower one is none of these', () => {
  expect(notesOf('nonMasqueradeCIDRs: [10.1.1.0/24, 10.0.0.0/8]')).toEqual([])
})

test('what follows the first document is not read', () => {
  expect(notesOf('masqLinkLocal: true\n---\nmasqLinkLocal: false\n')).toEqual([
    ['only-first-document-read', 2, {}],
  ])
})
