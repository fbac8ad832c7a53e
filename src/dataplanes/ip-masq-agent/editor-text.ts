import { LineTable } from '../../golang/line-table.ts'
import type { ConfigNote } from '../config-report.ts'
import { appliedDocuments, type ManifestDocument } from '../manifests/documents.ts'
import type { AgentError } from './config.ts'
import { type ConfigFile, plainFile } from './config-file.ts'
import {
  type Delivery,
  fieldOf,
  isManifest,
  isRefusedConfig,
  type Mount,
  readManifest,
  USUAL_MOUNT,
} from './manifest.ts'

export type KubectlError = AgentError & { readonly by: 'kubectl' }

/** What an agent finds of the text in the editor once it is applied. */
export type EditorText =
  /** The agent finds this file: inside a manifest, or the text as it stands. */
  | {
      readonly kind: 'file'
      readonly file: ConfigFile
      readonly inManifest: boolean
      /** Of another ConfigMap of the stream, which looks meant for it and which it does not see. */
      readonly note: ConfigNote | null
      /** Of another document of the stream. */
      readonly refusal: KubectlError | null
    }
  /** The text is accepted, and the agent sees nothing of it; there is a note if it looks meant for it. */
  | {
      readonly kind: 'elsewhere'
      readonly file: null
      readonly note: ConfigNote | null
      readonly refusal: KubectlError | null
    }
  /** Its ConfigMap is not applied. */
  | { readonly kind: 'refused'; readonly error: KubectlError }

/** A text is a manifest where it says what kind it is; else it is the bare config file. */
export function readEditorText(text: string, mount: Mount = USUAL_MOUNT): EditorText {
  const documents = appliedDocuments(text)
  if (!documents.some((document) => isManifest(document.text))) {
    return { kind: 'file', file: plainFile(text), inManifest: false, note: null, refusal: null }
  }
  const lines = new LineTable(text)
  let delivery: Extract<Delivery, { kind: 'file' }> | null = null
  let refusal: KubectlError | null = null
  let note: ConfigNote | null = null
  // Whoever reads DaemonSets says what is wrong with them.
  for (const document of documents.filter((each) => !isDaemonSet(each))) {
    const read = readManifest(document, lines, mount)
    if (!read.ok) {
      const error = kubectlError(read.error, lines)
      if (isRefusedConfig(document, mount)) return { kind: 'refused', error }
      refusal ??= error
      continue
    }
    if (read.value?.kind === 'elsewhere') note = read.value.note
    // Applied in order: the last one of the name that the agent looks for stands.
    if (read.value?.kind === 'file') delivery = read.value
  }
  if (delivery !== null) {
    const beside = note && { ...note, code: 'wrong-name-beside' }
    return { ...delivery, inManifest: true, note: beside, refusal }
  }
  return { kind: 'elsewhere', file: null, note, refusal }
}

const kubectlError = (
  { text, offset }: { readonly text: string; readonly offset: number },
  lines: LineTable,
): KubectlError => ({ text, ...lines.at(offset), by: 'kubectl' })

/** The documents that say they are DaemonSets. */
export const daemonSetsIn = (text: string): readonly ManifestDocument[] =>
  appliedDocuments(text).filter(isDaemonSet)

function isDaemonSet({ text }: ManifestDocument): boolean {
  return text.includes('DaemonSet') && fieldOf(text, ['kind']) === 'DaemonSet'
}
