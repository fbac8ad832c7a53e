import type { ScenarioDocument } from './document.ts'
import { issueAt } from './field-reader.ts'
import type { Issue } from './issue.ts'

/** Lists whose members share their names: a flow names its sender by name alone, a host its network. */
const SHARED = [
  ['nodes', 'pods'],
  ['vpcs', 'onPrem'],
  ['clusters'],
  ['attachments'],
  ['endpoints'],
  ['flows'],
  ['services'],
  ['peerings'],
  ['cloudNats'],
] as const

/** Of several things of one name the first bears it; the others are told, and told apart by their path. */
export function repeatedNames(document: ScenarioDocument): {
  readonly issues: readonly Issue[]
  /** Is this the path of one whose name was taken before? */
  readonly isRepeated: (path: string) => boolean
} {
  const issues = SHARED.flatMap((lists) => {
    const seen = new Set<string>()
    return lists.flatMap((list) =>
      (document[list] ?? []).flatMap(({ name }, i) => {
        if (seen.has(name)) return [issueAt('duplicate-name', `${list}.${i}`, { name })]
        seen.add(name)
        return []
      }),
    )
  })
  const paths = new Set(issues.map(({ path }) => path))
  return { issues, isRepeated: (path) => paths.has(path) }
}
