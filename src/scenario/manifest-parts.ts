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
export const kindOf = ({ text }: Part): string => /^kind:\s*['"]?(\w+)/m.exec(text)?.[1] ?? ''

/** Good enough to tell two manifests of a kind apart. */
export const nameOf = ({ text }: Part): string =>
  /^metadata:[\s\S]*?\bname:\s*['"]?([\w.-]+)/m.exec(text)?.[1] ?? ''
