import type { EditIssueCode } from '../scenario/issue.ts'
import { joins } from './joins.ts'
import type { Messages } from './messages.ts'
import { param } from './param.ts'
import { cidr, code, say } from './sentence.ts'
import { where } from './where.ts'

const KINDS: Readonly<Record<string, string>> = {
  vpc: 'a VPC',
  subnet: 'a subnet',
  cluster: 'a cluster',
  node: 'a node',
  pod: 'a Pod',
  service: 'a Service',
  'cloud-nat': 'a Cloud NAT',
  attachment: 'an attachment',
  peering: 'a peering',
  'on-prem': 'an on-prem network',
  firewall: 'a firewall',
  endpoint: 'a host',
  metadata: 'a metadata server',
  flow: 'a flow',
}

const kind = (id: string): string => KINDS[id] ?? id

export const editIssuesEn: Pick<Messages['issues'], EditIssueCode> = {
  'nowhere-to-put': (i) =>
    joins(i)
      ? say`There is no place for ${kind(param(i, 'kind'))} yet: add ${kind(param(i, 'needs'))} first.`
      : say`There is no place for ${kind(param(i, 'kind'))} here: put it into ${kind(param(i, 'needs'))}, or add one first.`,
  'no-free-address': (i) =>
    say`No free address is left in ${cidr(param(i, 'range'))} of ${code(param(i, 'zone'))}.`,
  'no-free-range': (i) => say`No private range of size ${code(param(i, 'size'))} is left.`,
  locked: () => say`This topology is locked. Unlock it to change it.`,
  'cannot-connect': (i) =>
    say`${code(param(i, 'from'))} and ${code(param(i, 'to'))} cannot be connected with each other.`,
  'not-connected': (i) =>
    say`${code(param(i, 'from'))} and ${code(param(i, 'to'))} are not connected with each other.`,
  'bad-name': (i) =>
    param(i, 'name') === ''
      ? say`${where(i)}A name is needed.`
      : say`${where(i)}${code(param(i, 'name'))} cannot be a name: up to 63 letters, digits, ${code('-')} and ${code('.')}, beginning and ending with a letter or a digit.`,
  'name-taken': (i) => say`Something else is already called ${code(param(i, 'name'))}.`,
  'name-fixed': (i) =>
    say`${code(param(i, 'name'))} is called the same everywhere: its name cannot be changed.`,
  'already-there': (i) =>
    say`There is ${kind(param(i, 'kind'))} already, and there can be only one.`,
  'list-full': (i) => say`${code(i.path)} holds ${param(i, 'most')} at most.`,
  'nothing-to-paste': () =>
    say`There is nothing in this text that could be put on the map: copy something there first.`,
}
