import { printJson } from '../../golang/json/print-json.ts'
import type { Located } from '../../golang/json/value.ts'
import { readYamlOrJson } from '../../golang/read-yaml-or-json.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { type ManifestDocument, splitDocuments } from '../manifests/documents.ts'
import { textAt } from '../manifests/json-path.ts'
import type { AgentError } from './config.ts'
import { editConfig, isMasqLinkLocal } from './edit-config.ts'
import { editManifest } from './edit-manifest.ts'
import { readEditorText } from './editor-text.ts'
import { isManifest } from './manifest.ts'
import { applyEdits } from './text-edit.ts'

export type EditIssue =
  /** In the words of who refuses it. */
  | ({ readonly code: 'unreadable' } & AgentError)
  /** It can be read, but the key cannot be set without changing something else. */
  | { readonly code: 'no-place' }

/**
 * The editor's text with `masqLinkLocal` set: comments and layout stay, everything else keeps its
 * value. Nothing at all becomes a ConfigMap manifest.
 */
export function setMasqLinkLocal(text: string | null, value: boolean): Result<string, EditIssue> {
  if (text === null || text.trim() === '') return ok(newManifest(value))
  const before = readEditorText(text)
  if (before.kind === 'refused') return err({ code: 'unreadable', ...before.error })
  if (before.kind === 'file') {
    const document = readYamlOrJson(before.file.text)
    if (!document.ok) {
      const { text: why, offset } = document.error
      return err({ code: 'unreadable', text: why, ...before.file.place(offset) })
    }
  }
  const edited = edit(text, value)
  if (edited === null || !isAsWanted(text, edited, value)) return err({ code: 'no-place' })
  return ok(edited)
}

const newManifest = (value: boolean): string =>
  [
    'apiVersion: v1',
    'kind: ConfigMap',
    'metadata:',
    '  name: ip-masq-agent',
    '  namespace: kube-system',
    'data:',
    '  config: |',
    `    masqLinkLocal: ${value}`,
    '',
  ].join('\n')

function edit(text: string, value: boolean): string | null {
  const manifest = manifestToEdit(splitDocuments(text))
  const part = manifest ?? { text, offset: 0 }
  const edits = manifest ? editManifest(part.text, value) : editConfig(part.text, value)
  if (edits === null) return null
  const end = part.offset + part.text.length
  return text.slice(0, part.offset) + applyEdits(part.text, edits) + text.slice(end)
}

/** The one that the agent finds, else the last one; null: the text is the bare file. */
function manifestToEdit(documents: readonly ManifestDocument[]): ManifestDocument | null {
  const manifests = documents.filter(({ text }) => isManifest(text))
  const found = manifests.findLast(({ text }) => readEditorText(text).kind === 'file')
  return found ?? manifests.at(-1) ?? null
}

/** Layouts are many; what came out is read again, and given up where it says anything else. */
function isAsWanted(before: string, after: string, value: boolean): boolean {
  const [old, now] = [outline(before), outline(after)]
  if (old === null || now === null || old.rest !== now.rest) return false
  return now.settings.length > 0 && now.settings.every((setting) => setting === String(value))
}

interface Outline {
  /** What stands for `masqLinkLocal`, in every spelling. */
  readonly settings: readonly string[]
  /** Everything else, as JSON. */
  readonly rest: string
}

function outline(text: string): Outline | null {
  const documents = splitDocuments(text)
  const manifest = manifestToEdit(documents)
  if (manifest === null) return outlineConfig(text)
  let config: Outline | null = null
  const around: string[] = []
  for (const document of documents) {
    const read = readYamlOrJson(document.text)
    if (!read.ok) return null
    const { root } = read.value
    const isEdited = document === manifest
    if (isEdited) config = outlineConfig(textAt(root, ['data', 'config']) ?? '')
    around.push(isEdited ? aroundConfig(root) : printJson(root.value))
  }
  return config && { ...config, rest: config.rest + around.join('\n') }
}

function outlineConfig(text: string): Outline | null {
  const read = readYamlOrJson(text)
  if (!read.ok) return null
  const { value } = read.value.root
  if (value.kind !== 'object') return { settings: [], rest: printRest(printJson(value)) }
  const others = value.members.filter(({ key }) => !isMasqLinkLocal(key))
  const settings = value.members
    .filter(({ key }) => isMasqLinkLocal(key))
    .map(({ at }) => printJson(at.value))
  const rest = others.length > 0 ? printJson({ kind: 'object', members: others }) : ''
  return { settings, rest }
}

const printRest = (json: string): string => (json === 'null' ? '' : json)

/** A manifest without the file inside it; no data and empty data are the same. */
function aroundConfig({ value }: Located): string {
  if (value.kind !== 'object') return printRest(printJson(value))
  const members = value.members.flatMap((member) => {
    const inner = member.at.value
    if (member.key !== 'data') return [member]
    if (inner.kind !== 'object') return inner.kind === 'null' ? [] : [member]
    const others = inner.members.filter(({ key }) => key !== 'config')
    const rest = { kind: 'object', members: others } as const
    return others.length > 0 ? [{ ...member, at: { ...member.at, value: rest } }] : []
  })
  return printJson({ kind: 'object', members })
}
