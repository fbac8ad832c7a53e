import type { ScenarioDocument } from '../../document.ts'

/** Of one document the same is asked again and again, for every home that a thing could have. */
export function remembered<T>(
  read: (document: ScenarioDocument) => T,
): (document: ScenarioDocument) => T {
  const known = new WeakMap<ScenarioDocument, { readonly answer: T }>()
  return (document) => {
    const already = known.get(document)
    if (already) return already.answer
    const answer = read(document)
    known.set(document, { answer })
    return answer
  }
}
