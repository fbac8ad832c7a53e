import { expect, test } from 'vitest'
import { tableText } from './table-text.ts'

const ROWS = [
  ['Flow', 'Allow'],
  ['a', '10.0.0.0/8, 10.1.0.0/16'],
  ['b|c', 'say "no"'],
]

test('with tabs between the cells', () => {
  expect(tableText(ROWS, 'TSV')).toBe('Flow\tAllow\na\t10.0.0.0/8, 10.1.0.0/16\nb|c\tsay "no"\n')
})

test('as Markdown, in which a bar within a cell is escaped', () => {
  expect(tableText(ROWS, 'Markdown')).toBe(
    '| Flow | Allow |\n| --- | --- |\n| a | 10.0.0.0/8, 10.1.0.0/16 |\n| b\\|c | say "no" |\n',
  )
})

test('as CSV, in which commas and quotes are quoted', () => {
  expect(tableText(ROWS, 'CSV')).toBe('Flow,Allow\na,"10.0.0.0/8, 10.1.0.0/16"\nb|c,"say ""no"""\n')
})
