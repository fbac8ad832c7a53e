import { parseDocument } from 'yaml'

/** `---` at the start of a line always ends a document, whatever stands around it (YAML 1.2, 9.1.2). */
export function splitStream(stream: string): readonly Part[] {
  const parts: Part[] = []
  let lines: string[] = []
  let above = 0
  for (const [i, line] of stream.split('\n').entries()) {
    if (/^---(\s|$)/.test(line)) {
      parts.push({ text: lines.join('\n'), above })
      lines = []
      above = i + 1
    } else {
      lines.push(line)
    }
  }
  parts.push({ text: lines.join('\n'), above })
  return parts.filter(({ text }) => /^\s*[^#\s]/m.test(text))
}

export interface Part {
  readonly text: string
  /** Lines of the stream before it. */
  readonly above: number
}

/** Read from the text, since a manifest may be broken and is still a manifest. */
export const kindOf = ({ text }: Part): string =>
  isFlow(text) ? textAt(text, ['kind']) : (/^(["']?)kind\1\s*:\s*['"]?(\w+)/m.exec(text)?.[2] ?? '')

/** Good enough to tell two manifests of a kind apart. */
export const nameOf = ({ text }: Part): string =>
  isFlow(text)
    ? textAt(text, ['metadata', 'name'])
    : (/^(["']?)metadata\1\s*:[\s\S]*?\bname["']?\s*:\s*['"]?([\w.-]+)/m.exec(text)?.[2] ?? '')

/** In braces, as JSON is: keys stand on any line, with others of their name deeper down. */
const isFlow = (text: string): boolean => /^(\s|#.*\n)*\{/.test(text)

function textAt(text: string, path: readonly string[]): string {
  const value: unknown = parseDocument(text, { prettyErrors: false }).getIn(path)
  return typeof value === 'string' ? value : ''
}
