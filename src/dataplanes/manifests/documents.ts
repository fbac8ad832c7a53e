/** One document of what `kubectl apply -f` is given. */
export interface ManifestDocument {
  readonly text: string
  /** Of its first character: UTF-16 units from the start of the whole text. */
  readonly offset: number
}

/**
 * The documents of a text, as kubectl parts them: at lines that are `---` and nothing else.
 * Source: k8s.io/apimachinery v0.28, pkg/util/yaml/decoder.go, YAMLReader.
 */
export function splitDocuments(text: string): readonly ManifestDocument[] {
  const documents: ManifestDocument[] = []
  let offset = 0
  for (const { index, 0: line } of text.matchAll(/^---[ \t]*(?:\r?\n|$)/gm)) {
    documents.push({ text: text.slice(offset, index), offset })
    offset = index + line.length
  }
  documents.push({ text: text.slice(offset), offset })
  return documents.filter((document) => document.text !== '')
}
