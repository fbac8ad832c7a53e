import type { ManifestName } from '../../dataplanes/setting.ts'
import { kindOf, nameOf, splitStream } from '../manifest-parts.ts'
import { documentsOf, findManifest } from './stream.ts'

/**
 * The stream with the named manifest behind what stands in it, as a fresh cluster has it; null where
 * it is there already, and where nobody knows how it begins.
 */
export function addManifest(text: string, name: ManifestName, starter: string): string | null {
  if (findManifest(documentsOf(text), name) !== null) return null
  const fresh = splitStream(starter).find(
    (part) => kindOf(part) === name.kind && (name.name === null || nameOf(part) === name.name),
  )
  const manifest = fresh?.text ?? emptyConfigMap(name)
  return manifest === null ? null : appendManifest(text, manifest)
}

/** Two streams in one. */
export function appendManifest(text: string, manifest: string): string {
  const added = manifest.replace(/^(?:---[ \t]*\r?\n|\s*\n)+/, '')
  if (text.trim() === '') return added
  const open = text.endsWith('\n') ? '' : '\n'
  const parted = /(^|\n)---[ \t]*\r?\n?$/.test(text) ? '' : '---\n'
  return text + open + parted + added
}

const emptyConfigMap = ({ kind, name }: ManifestName): string | null =>
  kind === 'ConfigMap' && name !== null
    ? `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  namespace: kube-system\n`
    : null
