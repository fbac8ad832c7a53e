import { formatCidr } from '../../net/cidr.ts'
import type { Reason } from '../reason.ts'
import type { RouteEntry } from './route-entry.ts'

/** How a route is told of. */
export function routeReason({ to, next, name }: RouteEntry): Reason {
  const route = formatCidr(to)
  switch (next.kind) {
    case 'subnet':
      return { code: 'vpc-subnet-route', route }
    case 'node':
      return { code: 'vpc-pod-route', route, node: next.node }
    case 'appliance':
      return { code: 'vpc-custom-route', route, appliance: next.endpoint }
    case 'attachment': {
      const { attachment, learned } = next
      return learned
        ? { code: 'vpc-dynamic-route', route, attachment }
        : { code: 'vpc-static-route', route, name, attachment }
    }
    case 'gateway':
      return to.prefix === 0
        ? { code: 'vpc-internet-route' }
        : { code: 'vpc-gateway-route', route, name }
  }
}
