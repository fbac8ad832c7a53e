import type { Address } from '../../../net/address.ts'
import { formatCidr } from '../../../net/cidr.ts'
import type { Attachment } from '../../../topology/network.ts'
import type { Failure } from '../failure.ts'
import type { Generator } from '../remedy.ts'
import { adds, drops, sets } from './document-change.ts'
import { existingRanges, rangesAround } from './existing-range.ts'
import { textHolds } from './range-text.ts'

/** Prefixes that the far side would have to learn from us to send anything there. */
export const advertise: Generator = (failure) =>
  gatesOf(failure).flatMap((gate) =>
    rangesAround(failure.topology, failure.heading).map(({ text, name }) =>
      adds(
        {
          code: 'advertise',
          at: `attachment:${gate.name}`,
          params: { range: text, attachment: gate.name, router: gate.router },
        },
        ['attachments', gate.name, 'advertises'],
        saysNames(failure, gate) ? (name ?? text) : text,
        advertisedNow(failure, gate),
      ),
    ),
  )

/** What the router's default mode tells, said by name, so that a custom list begins with it. */
const advertisedNow = ({ topology }: Failure, { advertises }: Attachment): readonly string[] => {
  const known = existingRanges(topology)
  return advertises.map((range) => {
    const text = formatCidr(range)
    return known.find((each) => each.text === text)?.name ?? text
  })
}

const saysNames = ({ state }: Failure, { name }: Attachment): boolean =>
  state.document.attachments
    .find((each) => each.name === name)
    ?.advertises?.every((each) => !each.includes('/')) ?? true

/** A static route of the far side to our end, or one less where a route of its own leads astray. */
export const routeOnPrem: Generator = (failure) => {
  const towards = failure.heading
  const added = gatesOf(failure).flatMap(({ name: via, to: network }) =>
    rangesAround(failure.topology, towards).map(({ text }) =>
      adds(
        {
          code: 'route-on-prem',
          at: `on-prem:${network}`,
          params: { range: text, network, attachment: via },
        },
        ['onPrem', network, 'routes'],
        { to: text, via },
      ),
    ),
  )
  return [...added, ...removedOnPrem(failure, towards)]
}

function removedOnPrem({ state }: Failure, towards: Address): ReturnType<Generator> {
  return state.document.onPrem.flatMap(({ name: network, routes = [] }) => {
    return routes
      .filter(({ to }) => textHolds(to, towards))
      .map((route) =>
        drops(
          {
            code: 'remove-on-prem-route',
            at: `on-prem:${network}`,
            params: { range: route.to, via: route.via, network },
          },
          ['onPrem', network, 'routes'],
          route,
        ),
      )
  })
}

/** What Cloud Routers know holds in all regions of the VPC. */
export const globalRouting: Generator = ({ topology }) =>
  topology.vpcs
    .filter(({ dynamicRouting, subnets }) => dynamicRouting === 'regional' && subnets.length > 1)
    .map(({ name: vpc }) =>
      sets(
        { code: 'global-routing', at: `vpc:${vpc}`, params: { vpc } },
        ['vpcs', vpc, 'dynamicRouting'],
        'global',
      ),
    )

/** The attachments of the way; where it never came to one, those of the network that it began in. */
function gatesOf({ topology, places, trace, by }: Failure): readonly Attachment[] {
  const passed = topology.attachments.filter(({ name }) => places.includes(`attachment:${name}`))
  if (passed.length > 0) return passed
  const [first] = trace.forward.hops
  const sender = topology.endpoints.find(({ name }) => first.place === `endpoint:${name}`)
  return topology.attachments.filter(({ to }) => to === sender?.at || by === `on-prem:${to}`)
}
