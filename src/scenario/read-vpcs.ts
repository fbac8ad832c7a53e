import type { NextHop, Subnet, Vpc, VpcRoute } from '../topology/network.ts'
import type { Written } from './entries.ts'
import type { FieldReader } from './field-reader.ts'
import type { Reading } from './read-clusters.ts'
import { readFirewallRule } from './read-firewall-rule.ts'

export const readVpcs = (reading: Reading): readonly Vpc[] =>
  reading.entries('vpcs', reading.document.vpcs).map(({ written: vpc, path }) => ({
    name: vpc.name,
    subnets: readSubnets(reading.read, vpc, `${path}.subnets`),
    routes: readRoutes(reading, vpc, `${path}.routes`),
    defaultRoute: vpc.defaultRoute ?? true,
    dynamicRouting: vpc.dynamicRouting ?? 'regional',
    firewall: vpc.firewall
      ? vpc.firewall.map((rule, j) => readFirewallRule(reading.read, rule, `${path}.firewall.${j}`))
      : null,
  }))

/** A subnet whose range cannot be read holds nothing, and its secondary ranges stand without it. */
const readSubnets = (read: FieldReader, vpc: Written<'vpcs'>, path: string): readonly Subnet[] =>
  vpc.subnets.flatMap((subnet, i) => {
    const range = read.range(`${path}.${i}.range`, subnet.range)
    const range6 = read.range(`${path}.${i}.range6`, subnet.range6)
    const secondary = subnet.secondaryRanges.flatMap(({ name, range: text }, j) => {
      const second = read.range(`${path}.${i}.secondaryRanges.${j}.range`, text)
      return second ? [{ name, range: second }] : []
    })
    const region = subnet.region ?? null
    return range
      ? [{ name: subnet.name, range, ...(range6 ? { range6 } : {}), region, secondary }]
      : []
  })

const readRoutes = (reading: Reading, vpc: Written<'vpcs'>, path: string): readonly VpcRoute[] =>
  (vpc.routes ?? []).flatMap(({ name, to, nextHop, priority, tags = [] }, i) => {
    const range = reading.read.range(`${path}.${i}.to`, to)
    const next = readNextHop(reading, vpc.name, nextHop, `${path}.${i}.nextHop`)
    return range ? [{ name, to: range, nextHop: next, priority, tags }] : []
  })

const GATEWAY = 'default-internet-gateway'

function readNextHop(
  { read, document: { endpoints, attachments, vpcs } }: Reading,
  vpc: string,
  nextHop: string,
  path: string,
): NextHop {
  if (nextHop === GATEWAY) return { kind: 'internet-gateway' }
  const gates = attachments.filter((each) => (each.vpc ?? vpcs[0]?.name) === vpc)
  if (gates.some(({ name }) => name === nextHop)) {
    return { kind: 'attachment', attachment: nextHop }
  }
  // A machine that forwards into it stands in it with a second interface.
  const machines = endpoints.filter(({ at, forwards }) => at === vpc || forwards?.into === vpc)
  const known = [GATEWAY, ...[...machines, ...gates].map(({ name }) => name)]
  read.known(path, nextHop, known)
  return { kind: 'appliance', endpoint: nextHop }
}
