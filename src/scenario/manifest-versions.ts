import { kindOf, nameOf, type Part, splitStream } from './manifest-parts.ts'
import type { ManifestsState } from './state.ts'

/** Of manifests in the order in which they are applied: what stands in the editor, and what did before. */
export function manifestsOf(parts: readonly Part[], draft: string): ManifestsState {
  if (parts.length === 0) return { applied: false, text: draft, inForce: null }
  const versions = versionsIn(parts)
  const replaced = versions.some((list) => list.length > 1)
  return {
    applied: true,
    text: joined(newestOf(versions)),
    inForce: replaced ? joined(versions.map((list) => list.at(-2) ?? list[0])) : null,
  }
}

/**
 * Where in a scenario's stream a line of the editor's text stands, both 1-based: the editor shows the
 * newest version of each manifest, the stream may hold older ones and the scenario between them.
 */
export function lineInStream(stream: string, line: number): number {
  const parts = splitStream(stream).filter((part) => kindOf(part) !== 'Scenario')
  let above = 0
  for (const part of newestOf(versionsIn(parts))) {
    const lines = (part?.text.replace(/\n$/, '').split('\n').length ?? 0) + 1
    if (line < above + lines) return line - above + (part?.above ?? 0)
    above += lines
  }
  return line
}

type Versions = readonly (readonly Part[])[]

function versionsIn(parts: readonly Part[]): Versions {
  const versions = new Map<string, readonly Part[]>()
  for (const part of parts) {
    const name = `${kindOf(part)} ${nameOf(part)}`
    versions.set(name, [...(versions.get(name) ?? []), part])
  }
  return [...versions.values()]
}

const newestOf = (versions: Versions): readonly (Part | undefined)[] =>
  versions.map((list) => list.at(-1))

/** One document stays as it is, to the letter; between several there are line breaks. */
const joined = (parts: readonly (Part | undefined)[]): string =>
  parts.length === 1
    ? (parts[0]?.text ?? '')
    : parts.map((part) => part?.text.replace(/\n?$/, '\n') ?? '').join('---\n')
