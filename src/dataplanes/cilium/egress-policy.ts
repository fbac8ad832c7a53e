import { formatGoAddress, parseGoCidr } from '../../golang/go-cidr.ts'
import type { Located } from '../../golang/json/value.ts'
import type { Place } from '../../golang/line-table.ts'
import { type Address, parseAddress } from '../../net/address.ts'
import type { Cidr } from '../../net/cidr.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { memberOf, textAt } from '../manifests/json-path.ts'
import { ANYTHING, type LabelSelector, readSelector } from '../manifests/label-selector.ts'
import type { Resource } from './read-stream.ts'

/** A CiliumEgressGatewayPolicy as the agent has parsed it. */
export interface EgressPolicy {
  readonly name: string
  readonly place: Place
  readonly selectors: readonly {
    readonly pods: LabelSelector
    readonly namespaces: LabelSelector
  }[]
  readonly destinations: readonly Cidr[]
  readonly excluded: readonly Cidr[]
  readonly gateway: LabelSelector
  /** Null: that of the interface, or of the node. */
  readonly egressIp: Address | null
  readonly interface: string | null
}

export interface PolicyError {
  readonly text: string
  readonly at: Located
}

/** Source: cilium/cilium pkg/egressgateway/policy.go, ParseCEGP. */
export function readPolicy({ name, root, place }: Resource): Result<EgressPolicy, PolicyError> {
  const spec = memberOf(root, 'spec')?.at ?? root
  if (name === '') return err({ text: 'must have a name', at: root })
  const list = memberOf(spec, 'destinationCIDRs')?.at
  if (!list || list.value.kind === 'null') {
    return err({ text: "destinationCIDRs can't be empty", at: spec })
  }
  const gateway = memberOf(spec, 'egressGateway')?.at
  if (!gateway || gateway.value.kind === 'null') {
    return err({ text: "egressGateway can't be empty", at: spec })
  }
  const leaving = readLeaving(gateway)
  if (!leaving.ok) return leaving
  const destinations = readRanges(list, 'destination')
  if (!destinations.ok) return destinations
  const excluded = readRanges(memberOf(spec, 'excludedCIDRs')?.at ?? null, 'excluded')
  if (!excluded.ok) return excluded
  return ok({
    name,
    place: place(root),
    selectors: readSelectors(memberOf(spec, 'selectors')?.at ?? null),
    destinations: destinations.value,
    excluded: excluded.value,
    gateway: readSelector(memberOf(gateway, 'nodeSelector')?.at ?? null),
    ...leaving.value,
  })
}

function readLeaving(
  gateway: Located,
): Result<Pick<EgressPolicy, 'egressIp' | 'interface'>, PolicyError> {
  const device = textAt(gateway, ['interface']) ?? ''
  const text = textAt(gateway, ['egressIP']) ?? ''
  if (device !== '' && text !== '') {
    const why = "gateway configuration can't specify both an interface and an egress IP"
    return err({ text: why, at: gateway })
  }
  if (text === '') return ok({ egressIp: null, interface: device || null })
  const address = parseAddress(text)
  if (address.ok) return ok({ egressIp: address.value, interface: null })
  const why = `failed to parse egress IP ${text}: ParseAddr("${text}"): unable to parse IP`
  return err({ text: why, at: memberOf(gateway, 'egressIP')?.at ?? gateway })
}

function readRanges(list: Located | null, what: string): Result<readonly Cidr[], PolicyError> {
  if (list?.value.kind !== 'array') return ok([])
  const ranges: Cidr[] = []
  for (const at of list.value.items) {
    const text = at.value.kind === 'string' ? at.value.value : ''
    const read = parseGoCidr(text)
    if (!read.ok) return err({ text: `failed to parse ${what} CIDR ${text}: ${read.error}`, at })
    ranges.push(read.value.network)
  }
  return ok(ranges)
}

function readSelectors(list: Located | null): EgressPolicy['selectors'] {
  if (list?.value.kind !== 'array') return []
  return list.value.items.map((item) => ({
    pods: readSelector(memberOf(item, 'podSelector')?.at ?? null),
    namespaces: memberOf(item, 'namespaceSelector')
      ? readSelector(memberOf(item, 'namespaceSelector')?.at ?? null)
      : ANYTHING,
  }))
}

export const formatEgressIp = (address: Address | null): string =>
  address ? formatGoAddress(address) : '0.0.0.0'
