import { printJsonString } from '../../golang/json/print-json.ts'
import { LineTable } from '../../golang/line-table.ts'
import { composeYaml } from '../../golang/yaml/compose.ts'
import type { ScalarNode } from '../../golang/yaml/node.ts'
import { scalarOffsets } from '../manifests/scalar-offsets.ts'
import { editConfig, endOf } from './edit-config.ts'
import { nodeAt } from './manifest.ts'
import { addLines, applyEdits, lineEndOf, type TextEdit } from './text-edit.ts'

/** What to change in a ConfigMap manifest so that its config file has `masqLinkLocal`; null: no place for it. */
export function editManifest(text: string, value: boolean): readonly TextEdit[] | null {
  const document = composeYaml(text)
  const root = document.ok ? document.value.root : null
  if (root?.kind !== 'mapping') return null
  const config = nodeAt(root, ['data', 'config'])
  if (config !== null) {
    return config.kind === 'scalar' ? editScalar(text, config, value) : null
  }
  const file = ['config: |', `  masqLinkLocal: ${value}`]
  const data = nodeAt(root, ['data'])
  if (data === null) {
    if (root.flow) return null
    return [addLines(text, endOf(root), ['data:', ...file.map((line) => `  ${line}`)])]
  }
  const isEmpty = data.kind === 'scalar' && data.start === data.end
  if (!isEmpty && (data.kind !== 'mapping' || data.flow)) return null
  const first = data.kind === 'mapping' ? data.pairs[0] : undefined
  const indent = ' '.repeat(first === undefined ? 2 : columnAt(text, first.key.start))
  const at = isEmpty ? data.start : endOf(data)
  return [
    addLines(
      text,
      at,
      file.map((line) => indent + line),
    ),
  ]
}

/** Edits of the value, told in places of the manifest; or the value written anew as a block. */
function editScalar(text: string, node: ScalarNode, value: boolean): readonly TextEdit[] | null {
  const edits = editConfig(node.value, value)
  if (edits === null) return null
  const stays = edits.every((edit) => !/[\r\n]/.test(edit.text))
  const direct = node.value !== '' && (stays || node.style === 'literal' || node.style === 'double')
  if (!direct) return [rewrite(text, node, applyEdits(node.value, edits))]
  const offsets = scalarOffsets(text, node)
  const offset = (unit: number): number => offsets[unit] ?? node.end
  return edits.map((edit) => {
    const from = offset(edit.from)
    const to = edit.to > edit.from ? offset(edit.to - 1) + 1 : from
    if (node.style === 'double') return { from, to, text: printJsonString(edit.text).slice(1, -1) }
    return node.style === 'literal'
      ? inBlock(text, node, { from, to, text: edit.text })
      : { ...edit, from, to }
  })
}

/** Lines that are added to a block are indented as its own are. */
function inBlock(text: string, node: ScalarNode, { from, to, text: added }: TextEdit): TextEdit {
  const body = text.slice(node.start, node.end).replace(/^[^\r\n]*(?:\r\n?|\n)/, '')
  const indent = ' '.repeat(indentOf(body) - indentOf(node.value))
  const lineEnd = lineEndOf(text)
  const lines = added
    .trim()
    .split('\n')
    .join(lineEnd + indent)
  if (added.startsWith('\n')) return { from, to, text: lineEnd + indent + lines }
  if (!added.endsWith('\n')) return { from, to, text: added }
  const start = from - (/ *$/.exec(text.slice(node.start, from))?.[0].length ?? 0)
  return { from: start, to: start, text: indent + lines + lineEnd }
}

/** Blanks before the first line that holds something. */
const indentOf = (text: string): number => /^( *)[^ \r\n]/m.exec(text)?.[1]?.length ?? 0

function rewrite(text: string, node: ScalarNode, value: string): TextEdit {
  const lines = new LineTable(text)
  const { line } = lines.at(node.start)
  const indent = (/^ */.exec(text.slice(lines.start(line)))?.[0].length ?? 0) + 2
  const ends = value.endsWith('\n')
  const body = (ends ? value.slice(0, -1) : value)
    .split('\n')
    .map((each) => (each === '' ? '' : ' '.repeat(indent) + each))
  const head = `${/\s/.test(text.charAt(node.start - 1)) ? '' : ' '}|${ends ? '' : '-'}`
  const tail = /[\r\n]$/.test(text.slice(node.start, node.end)) ? lineEndOf(text) : ''
  const anew = [head, ...body].join(lineEndOf(text)) + tail
  return { from: node.start, to: node.end, text: anew }
}

const columnAt = (text: string, offset: number): number => new LineTable(text).at(offset).column - 1
