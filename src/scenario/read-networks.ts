import { PROTOCOLS } from '../net/protocol.ts'
import type {
  Attachment,
  CloudNat,
  FirewallRule,
  FirewallService,
  NextHop,
  OnPremNetwork,
  Peering,
  Subnet,
  Vpc,
} from '../topology/network.ts'
import type { ScenarioDocument } from './document.ts'
import { type FieldReader, issueAt } from './field-reader.ts'
import { namedRanges } from './named-ranges.ts'

/** VPCs, and what leads out of them. */

type Written<K extends keyof ScenarioDocument> =
  NonNullable<ScenarioDocument[K]> extends readonly (infer T)[] ? T : never

export const readVpcs = (read: FieldReader, document: ScenarioDocument): readonly Vpc[] =>
  document.vpcs.map((vpc, i) => {
    const path = `vpcs.${i}`
    return {
      name: vpc.name,
      subnets: readSubnets(read, vpc, path),
      routes: (vpc.routes ?? []).map(({ name, to, nextHop, priority, tags }, j) => ({
        name,
        to: read.range(`${path}.routes.${j}.to`, to),
        nextHop: readNextHop(read, document, vpc.name, { nextHop, path: `${path}.routes.${j}` }),
        priority,
        tags: tags ?? [],
      })),
      defaultRoute: vpc.defaultRoute ?? true,
      dynamicRouting: vpc.dynamicRouting ?? 'regional',
      firewall: vpc.firewall
        ? vpc.firewall.map((rule, j) => readFirewallRule(read, rule, `${path}.firewall.${j}`))
        : null,
    }
  })

const readSubnets = (read: FieldReader, vpc: Written<'vpcs'>, path: string): readonly Subnet[] =>
  vpc.subnets.map((subnet, i) => {
    const at = `${path}.subnets.${i}`
    return {
      name: subnet.name,
      range: read.range(`${at}.range`, subnet.range),
      ...(subnet.range6 === undefined ? {} : { range6: read.range(`${at}.range6`, subnet.range6) }),
      region: subnet.region ?? null,
      secondary: subnet.secondaryRanges.map(({ name, range }, j) => ({
        name,
        range: read.range(`${at}.secondaryRanges.${j}.range`, range),
      })),
    }
  })

const GATEWAY = 'default-internet-gateway'

function readNextHop(
  read: FieldReader,
  { endpoints, attachments, vpcs }: ScenarioDocument,
  vpc: string,
  { nextHop, path }: { readonly nextHop: string; readonly path: string },
): NextHop {
  if (nextHop === GATEWAY) return { kind: 'internet-gateway' }
  const gates = attachments.filter((each) => (each.vpc ?? vpcs[0]?.name) === vpc)
  if (gates.some(({ name }) => name === nextHop)) {
    return { kind: 'attachment', attachment: nextHop }
  }
  const machines = endpoints.filter(({ at }) => at === vpc)
  const known = [GATEWAY, ...machines, ...gates].map((each) =>
    typeof each === 'string' ? each : each.name,
  )
  read.known(`${path}.nextHop`, nextHop, known)
  return { kind: 'appliance', endpoint: nextHop }
}

const readFirewallRule = (
  read: FieldReader,
  rule: NonNullable<Written<'vpcs'>['firewall']>[number],
  path: string,
): FirewallRule => ({
  name: rule.name,
  direction: rule.direction,
  action: rule.action,
  priority: rule.priority,
  ranges:
    rule.ranges || rule.sourceTags
      ? read.ranges(`${path}.ranges`, rule.ranges ?? [])
      : read.ranges(`${path}.ranges`, ['0.0.0.0/0', '::/0']),
  sourceTags: rule.sourceTags ?? [],
  targetTags: rule.targetTags ?? null,
  services: rule.services
    ? rule.services.map(({ protocol, ports }, i) => ({
        protocol: protocol === 'all' ? null : PROTOCOLS[protocol],
        ports: ports
          ? ports.map((each, j) => readPorts(read, each, `${path}.services.${i}.ports.${j}`))
          : null,
      }))
    : null,
})

/** `443` or `8000-8080`. */
function readPorts(
  read: FieldReader,
  text: number | string,
  path: string,
): NonNullable<FirewallService['ports']>[number] {
  const [, lo = '', hi = lo] = /^\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*$/.exec(String(text)) ?? []
  if (lo === '' || Number(hi) > 65535 || Number(lo) > Number(hi)) {
    read.issues.push(issueAt('bad-port', path, { port: String(text) }))
    return [0, 0]
  }
  return [Number(lo), Number(hi)]
}

export const readPeerings = (
  read: FieldReader,
  { peerings = [], vpcs }: ScenarioDocument,
): readonly Peering[] =>
  peerings.map(({ name, vpcs: two, exportsCustomRoutes = [] }, i) => {
    const known = vpcs.map((vpc) => vpc.name)
    for (const [j, each] of two.entries()) read.known(`peerings.${i}.vpcs.${j}`, each, known)
    for (const [j, each] of exportsCustomRoutes.entries()) {
      read.known(`peerings.${i}.exportsCustomRoutes.${j}`, each, two)
    }
    return { name, vpcs: two, exportsCustomRoutes }
  })

export const readCloudNats = (
  read: FieldReader,
  { cloudNats = [] }: ScenarioDocument,
  vpcs: readonly Vpc[],
): readonly CloudNat[] =>
  cloudNats.map(({ name, vpc, addresses, covers }, i) => {
    const path = `cloudNats.${i}`
    const own = vpcs.find((each) => each.name === vpc) ?? vpcs[0]
    if (vpc !== undefined)
      read.known(
        `${path}.vpc`,
        vpc,
        vpcs.map((each) => each.name),
      )
    if (addresses.length === 0) read.issues.push(issueAt('missing-field', `${path}.addresses`))
    return {
      name,
      vpc: own?.name ?? '',
      addresses: addresses.map((text, j) => read.address(`${path}.addresses.${j}`, text)),
      covers: namedRanges(read, `${path}.covers`, covers, own?.subnets ?? []),
    }
  })

export const readAttachments = (
  read: FieldReader,
  { attachments, onPrem }: ScenarioDocument,
  vpcs: readonly Vpc[],
): readonly Attachment[] =>
  attachments.map(({ name, kind, vpc, router, region, advertises, learns, to }, i) => {
    const path = `attachments.${i}`
    const own = vpcs.find((each) => each.name === vpc) ?? vpcs[0]
    if (vpc !== undefined)
      read.known(
        `${path}.vpc`,
        vpc,
        vpcs.map((each) => each.name),
      )
    const far = onPrem.findIndex((network) => network.name === to)
    return {
      name,
      kind,
      router,
      to,
      vpc: own?.name ?? '',
      region: region ?? null,
      advertiseMode: advertises ? 'custom' : 'default',
      advertises: advertises
        ? namedRanges(read, `${path}.advertises`, advertises, own?.subnets ?? [])
        : advertisedByDefault(own, region ?? null),
      learns: learns
        ? read.ranges(`${path}.learns`, learns)
        : read.ranges(`onPrem.${far}.ranges`, onPrem[far]?.ranges ?? []),
    }
  })

/**
 * All subnet routes, secondary ranges among them; of the router's own region where dynamic routing is
 * regional. Source: Google Cloud, "Cloud Router: advertised routes" and "dynamic routing mode".
 */
const advertisedByDefault = (
  vpc: Vpc | undefined,
  region: string | null,
): Attachment['advertises'] =>
  (vpc?.subnets ?? [])
    .filter(
      (subnet) =>
        vpc?.dynamicRouting === 'global' ||
        region === null ||
        subnet.region === null ||
        subnet.region === region,
    )
    .flatMap(({ range, range6, secondary }) => [
      range,
      ...(range6 ? [range6] : []),
      ...secondary.map((each) => each.range),
    ])

export const readOnPrem = (
  read: FieldReader,
  { onPrem, attachments }: ScenarioDocument,
): readonly OnPremNetwork[] =>
  onPrem.map(({ name, ranges, routes = [], firewall }, i) => ({
    name,
    ranges: read.ranges(`onPrem.${i}.ranges`, ranges),
    routes: routes.map(({ to, via }, j) => {
      const path = `onPrem.${i}.routes.${j}`
      const gates = attachments.filter((each) => each.to === name).map((each) => each.name)
      read.known(`${path}.via`, via, ['discard', ...gates])
      return { to: read.range(`${path}.to`, to), via: via === 'discard' ? null : via }
    }),
    firewall: firewall
      ? {
          name: firewall.name,
          allow: read.ranges(`onPrem.${i}.firewall.allow`, firewall.allow),
          rejects: firewall.rejects ?? false,
        }
      : null,
  }))
