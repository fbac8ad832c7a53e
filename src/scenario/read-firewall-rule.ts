import { PROTOCOLS } from '../net/protocol.ts'
import type { FirewallRule, FirewallService } from '../topology/network.ts'
import type { Written } from './entries.ts'
import { type FieldReader, issueAt } from './field-reader.ts'

const ANYWHERE = ['0.0.0.0/0', '::/0']

/** A rule of a VPC's firewall. Ranges and ports that cannot be read are missing from it. */
export const readFirewallRule = (
  read: FieldReader,
  rule: NonNullable<Written<'vpcs'>['firewall']>[number],
  path: string,
): FirewallRule => ({
  name: rule.name,
  direction: rule.direction,
  action: rule.action,
  priority: rule.priority,
  ranges: read.ranges(`${path}.ranges`, rule.ranges ?? (rule.sourceTags ? [] : ANYWHERE)),
  sourceTags: rule.sourceTags ?? [],
  targetTags: rule.targetTags ?? null,
  services: rule.services
    ? rule.services.map(({ protocol, ports }, i) => ({
        protocol: protocol === 'all' ? null : PROTOCOLS[protocol],
        ports: ports
          ? ports.flatMap((each, j) => readPorts(read, each, `${path}.services.${i}.ports.${j}`))
          : null,
      }))
    : null,
})

/** `443` or `8000-8080`. */
function readPorts(
  read: FieldReader,
  text: number | string,
  path: string,
): NonNullable<FirewallService['ports']> {
  const [, lo = '', hi = lo] = /^\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*$/.exec(String(text)) ?? []
  if (lo !== '' && Number(hi) <= 65535 && Number(lo) <= Number(hi)) {
    return [[Number(lo), Number(hi)]]
  }
  read.issues.push(issueAt('bad-port', path, { port: String(text) }))
  return []
}
