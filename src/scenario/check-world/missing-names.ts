import type { ScenarioDocument } from '../document.ts'
import { issueAt } from '../field-reader.ts'
import type { Issue } from '../issue.ts'

/** Names that nothing bears, where that is no trouble for what names them. */
export function missingNames(document: ScenarioDocument): readonly Issue[] {
  const { flows, expect, vpcs, nodes, endpoints } = document
  const sent = new Set(flows.map(({ name }) => name))
  const borne = new Set([...nodes, ...endpoints].flatMap(({ tags = [] }) => tags))
  const unknownTags = (path: string, name: string, tags: readonly string[] = []) =>
    tags.flatMap((tag, k) =>
      borne.has(tag) ? [] : [issueAt('tag-of-nobody', `${path}.${k}`, { name, tag })],
    )
  return [
    ...expect.flatMap(({ flow }, i) =>
      sent.has(flow) ? [] : [issueAt('expects-no-flow', `expect.${i}.flow`, { name: flow })],
    ),
    ...vpcs.flatMap(({ routes = [], firewall = [] }, i) => [
      ...routes.flatMap(({ name, tags }, j) =>
        unknownTags(`vpcs.${i}.routes.${j}.tags`, name, tags),
      ),
      ...firewall.flatMap(({ name, sourceTags, targetTags }, j) => [
        ...unknownTags(`vpcs.${i}.firewall.${j}.sourceTags`, name, sourceTags),
        ...unknownTags(`vpcs.${i}.firewall.${j}.targetTags`, name, targetTags),
      ]),
    ]),
  ]
}
