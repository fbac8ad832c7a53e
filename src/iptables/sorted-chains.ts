import type { Chain, NatTable } from '../engine/rule.ts'

const BUILT_IN = ['PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING']

/** Built-in chains in the order of their hooks, then the others by name: the order of every listing. */
export function sortedChains({ chains }: NatTable): readonly Chain[] {
  const own = chains.filter(({ name }) => !BUILT_IN.includes(name))
  const builtIn = BUILT_IN.flatMap((hook) => chains.find(({ name }) => name === hook) ?? [])
  return [...builtIn, ...own.sort((a, b) => compareNames(a.name, b.name))]
}

/** As strcmp orders UTF-8. */
export function compareNames(a: string, b: string): number {
  const [left, right] = [[...a], [...b]]
  for (const [index, character] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    if (character !== other) return (character.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0)
  }
  return left.length - right.length
}
