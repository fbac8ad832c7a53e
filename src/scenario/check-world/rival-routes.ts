import { formatCidr } from '../../net/cidr.ts'
import type { ScenarioDocument } from '../document.ts'
import { issueAt } from '../field-reader.ts'
import type { Issue } from '../issue.ts'
import { rangeIn } from './written-world.ts'

/** Routes to one range with one priority: Google Cloud spreads connections over them. Source: routes overview, ECMP. */
export const rivalRoutes = ({ vpcs }: ScenarioDocument): readonly Issue[] =>
  vpcs.flatMap(({ routes = [] }, i) =>
    routes.flatMap((route, j) => {
      const range = rangeIn(route.to)
      const rival = routes.slice(0, j).find((other) => {
        const same = rangeIn(other.to)
        return (
          range &&
          same &&
          formatCidr(same) === formatCidr(range) &&
          other.priority === route.priority &&
          other.nextHop !== route.nextHop &&
          sharesMachines(route.tags, other.tags)
        )
      })
      if (!rival || !range) return []
      const { name, priority } = route
      const params = { name, other: rival.name, range: formatCidr(range) }
      return [
        issueAt('routes-equal', `vpcs.${i}.routes.${j}`, { ...params, priority: String(priority) }),
      ]
    }),
  )

const sharesMachines = (
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
): boolean => !one || !other || one.some((tag) => other.includes(tag))
