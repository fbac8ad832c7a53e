import { LineTable } from '../../golang/line-table.ts'
import type { ConfigNote } from '../config-report.ts'
import type { AgentError } from './config.ts'
import { type ConfigFile, plainFile } from './config-file.ts'
import { type Delivery, isManifest, readManifest } from './manifest.ts'
import { splitDocuments } from './manifest-documents.ts'

/** What comes of the text in the editor once it is applied. */
export type EditorText =
  /** The agent finds this file: inside a manifest, or the text as it stands. */
  | { readonly kind: 'file'; readonly file: ConfigFile; readonly inManifest: boolean }
  /** The text is accepted, and the agent sees nothing of it. */
  | { readonly kind: 'elsewhere'; readonly file: null; readonly note: ConfigNote }
  /** Nothing is applied. */
  | { readonly kind: 'refused'; readonly error: AgentError & { readonly by: 'kubectl' } }

/** A text is a manifest where it says what kind it is; else it is the bare config file. */
export function readEditorText(text: string): EditorText {
  const documents = splitDocuments(text)
  if (!documents.some((document) => isManifest(document.text))) {
    return { kind: 'file', file: plainFile(text), inManifest: false }
  }
  const lines = new LineTable(text)
  let delivery: Delivery | null = null
  for (const document of documents) {
    const read = readManifest(document, lines)
    if (!read.ok) {
      const error = {
        text: read.error.text,
        ...lines.at(read.error.offset),
        by: 'kubectl',
      } as const
      return { kind: 'refused', error }
    }
    // Applied in order: the last one of the name that the agent looks for stands.
    if (read.value?.kind === 'file' || delivery?.kind !== 'file') delivery = read.value ?? delivery
  }
  if (delivery?.kind === 'elsewhere') return { ...delivery, file: null }
  return { kind: 'file', file: delivery?.file ?? plainFile(text), inManifest: delivery !== null }
}
