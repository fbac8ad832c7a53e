import type { ScenarioDocument } from '../../document.ts'
import type { Path } from './find-thing.ts'

type Holder = Readonly<Record<string | number, unknown>> | readonly unknown[] | undefined

/**
 * The document with another value at a path; `undefined` takes the field, or the member of a list,
 * away. What is on the way and not there is made. Whether it may stand there, the schema says later.
 */
export const changedAt = (
  document: ScenarioDocument,
  path: Path,
  value: unknown,
): ScenarioDocument => changed(document, path, value) as ScenarioDocument

function changed(holder: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  const held = (
    typeof holder === 'object' && holder !== null ? holder : emptyFor(key)
  ) as NonNullable<Holder>
  const inner = (held as Record<string | number, unknown>)[key]
  const next = rest.length === 0 ? value : changed(inner, rest, value)
  if (Array.isArray(held)) {
    return next === undefined
      ? held.filter((_, i) => i !== Number(key))
      : held.toSpliced(Number(key), 1, next)
  }
  const { [key]: _, ...others } = held as Record<string | number, unknown>
  return next === undefined ? others : { ...held, [key]: next }
}

const emptyFor = (key: string | number): Holder => (typeof key === 'number' ? [] : {})
