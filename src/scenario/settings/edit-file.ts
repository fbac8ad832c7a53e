import { isMap, parseDocument, type Scalar } from 'yaml'
import { applyEdits, lineEndOf, type TextEdit } from '../../dataplanes/ip-masq-agent/text-edit.ts'
import { lineStart } from './edit-list.ts'
import { editYaml } from './edit-yaml.ts'
import { inAnyCase } from './find-value.ts'
import { printEntry, type Written } from './print-yaml.ts'
import { READING, startOf } from './stream.ts'

/** A file with `value` under the keys of `path`; null where it has no place for it. */
export function editFile(file: string, path: readonly string[], value: Written): string | null {
  const document = parseDocument(file, READING)
  if (document.errors.length > 0) return null
  const { contents } = document
  if (isMap(contents)) {
    const edits = editYaml(file, contents, path, value, inAnyCase)
    return edits === null ? null : applyEdits(file, edits)
  }
  const nothing = contents === null || document.toJS() === null
  if (!nothing || /^[^#\s]/m.test(file)) return null
  const lines = `${printEntry(path, value, '').join('\n')}\n`
  return file === '' || file.endsWith('\n') ? file + lines : `${file}\n${lines}`
}

/** The value of a key written anew: a block stays a block, and its lines keep their places. */
export function rewriteFile(text: string, node: Scalar<string>, file: string): TextEdit {
  const [from, to] = node.range ?? [0, 0]
  const end = lineEndOf(text)
  const source = text.slice(from, to)
  const body = file.replace(/\n*$/, '').split('\n')
  if (node.type === 'BLOCK_LITERAL' && node.value.trim() !== '') {
    const header = /^[^\r\n]*/.exec(source)?.[0] ?? '|'
    const indent = indentOf(source.slice(header.length)) - indentOf(node.value)
    const tail = /\s*$/.exec(source)?.[0] ?? ''
    return { from, to, text: [header, ...indented(body, indent)].join(end) + tail }
  }
  const key = /^[ \t]*/.exec(text.slice(lineStart(text, startOf(node))))?.[0] ?? ''
  const header = file.endsWith('\n') ? '|' : '|-'
  const tail = /[\r\n]$/.test(source) ? end : ''
  return { from, to, text: [header, ...indented(body, key.length + 2)].join(end) + tail }
}

const indented = (lines: readonly string[], by: number): readonly string[] =>
  lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line))

/** Blanks before the first line that holds something. */
const indentOf = (text: string): number => /^( *)[^ \r\n]/m.exec(text)?.[1]?.length ?? 0
