import type { Family } from '../../net/address.ts'
import { type Cidr, formatCidr } from '../../net/cidr.ts'
import type { Route } from '../../topology/node.ts'
import type { Draft } from './iptables-rules.ts'
import { masqueradeAddress, type NodeCilium, nativeDevices } from './node-cilium.ts'
import { within } from './within.ts'

/**
 * A rule for each route that names a source, default routes last. Which source a route names is not
 * part of a scenario: the address that the device has from its DHCP server.
 * Source: cilium/cilium pkg/datapath/iptables/iptables.go, installMasqueradeRules, since v1.13.
 */
export function routeSourceRules(
  cilium: NodeCilium,
  family: Family,
  { share, excluded }: { readonly share: Cidr; readonly excluded: Cidr },
): readonly Draft[] {
  const routes = cilium.node.routes.filter(({ to }) => to.base.family === family)
  const special = routes.filter(({ to }) => to.prefix > 0)
  const byDefault = routes.filter(({ to }) => to.prefix === 0)
  return [...special, ...byDefault].flatMap((route) => {
    if (formatCidr(route.to) === formatCidr(excluded)) return []
    return ruleOf(cilium, family, route, { share, excluded })
  })
}

function ruleOf(
  cilium: NodeCilium,
  family: Family,
  { to, dev }: Route,
  { share, excluded }: { readonly share: Cidr; readonly excluded: Cidr },
): readonly Draft[] {
  const device = nativeDevices(cilium).find(({ name }) => name === dev)
  const source = device && masqueradeAddress(cilium, device, family)
  if (!source) return []
  return [
    {
      base: {
        source: within(share),
        destination: to.prefix === 0 ? { ...within(excluded), negated: true } : within(to),
        outInterface: { pattern: dev, negated: false },
      },
      comment: 'cilium snat non-cluster via source route',
      target: {
        kind: 'snat',
        to: { lo: source, hi: source },
        persistent: false,
        random: false,
        fullyRandom: cilium.options.randomFully,
      },
      code: 'route-source',
    },
  ]
}
