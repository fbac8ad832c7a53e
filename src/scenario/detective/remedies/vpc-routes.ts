import { cidrContains, formatCidr } from '../../../net/cidr.ts'
import type { Generator } from '../remedy.ts'
import { adds, drops, sets } from './document-change.ts'
import { freeName } from './free-name.ts'
import { textHolds } from './range-text.ts'

/** A range that the far side has, learned from it or led to it by a static route. */
export const learn: Generator = ({ topology, heading, by }) => {
  const taken = topology.vpcs.flatMap(({ routes }) => routes.map(({ name }) => name))
  return topology.attachments
    .filter(({ vpc }) => by === `vpc:${vpc}`)
    .flatMap(({ name: attachment, router, vpc, to }) => {
      const far = topology.onPrem.find(({ name }) => name === to)?.ranges ?? []
      const range = far.find((each) => cidrContains(each, heading))
      if (range === undefined) return []
      const text = formatCidr(range)
      const params = { range: text, attachment, router, vpc }
      const route = { name: freeName(`to-${to}`, taken), to: text, nextHop: attachment }
      return [
        adds(
          { code: 'learn', at: `attachment:${attachment}`, params },
          ['attachments', attachment, 'learns'],
          text,
          far.map(formatCidr),
        ),
        adds({ code: 'route-to-attachment', at: by, params }, ['vpcs', vpc, 'routes'], {
          ...route,
          priority: 1000,
        }),
      ]
    })
}

/** The default route to the internet gateway. */
export const defaultRoute: Generator = ({ topology }) =>
  topology.vpcs
    .filter((vpc) => !vpc.defaultRoute)
    .map(({ name: vpc }) =>
      sets(
        { code: 'default-route', at: `vpc:${vpc}`, params: { vpc } },
        ['vpcs', vpc, 'defaultRoute'],
        true,
      ),
    )

/** A static route that takes the packet somewhere else. */
export const removeRoute: Generator = ({ state, heading }) =>
  state.document.vpcs.flatMap(({ name: vpc, routes = [] }) => {
    return routes
      .filter(({ to }) => textHolds(to, heading))
      .map((route) =>
        drops(
          {
            code: 'remove-route',
            at: `vpc:${vpc}`,
            params: { range: route.to, route: route.name, vpc, via: route.nextHop },
          },
          ['vpcs', vpc, 'routes'],
          route,
        ),
      )
  })

/** Subnet routes are always exchanged; static and dynamic ones only where both sides are told to. */
export const exportRoutes: Generator = ({ topology }) =>
  topology.peerings.flatMap(({ name: peering, vpcs, exportsCustomRoutes }) =>
    vpcs
      .filter((vpc) => !exportsCustomRoutes.includes(vpc))
      .map((vpc) => {
        const other = vpcs.find((each) => each !== vpc) ?? vpc
        return adds(
          { code: 'export-routes', at: `vpc:${vpc}`, params: { peering, vpc, other } },
          ['peerings', peering, 'exportsCustomRoutes'],
          vpc,
        )
      }),
  )

/** IP forwarding of a machine that a route names. */
export const forwardPackets: Generator = ({ topology, places }) =>
  topology.endpoints
    .filter(({ name, forwards }) => forwards === null && places.includes(`endpoint:${name}`))
    .map(({ name: endpoint }) =>
      sets(
        { code: 'forward-packets', at: `endpoint:${endpoint}`, params: { endpoint } },
        ['endpoints', endpoint, 'forwards'],
        {},
      ),
    )
