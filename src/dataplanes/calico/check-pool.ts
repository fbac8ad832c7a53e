import { parseGoCidr } from '../../golang/go-cidr.ts'
import type { Located } from '../../golang/json/value.ts'
import { type Cidr, formatCidr, parseCidr } from '../../net/cidr.ts'
import { invariant } from '../../net/invariant.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { ENCAPSULATIONS, type IpPool, overlap } from './ip-pool.ts'
import type { Resource } from './read-document.ts'
import { type Fault, type Refusal, refuseFor } from './refusal.ts'
import { isTrue, type SpecFields, textOf } from './spec-fields.ts'

/** What the other pools are when this one is applied, and what this one was. */
export interface PoolsBefore {
  readonly own: IpPool | null
  readonly others: readonly IpPool[]
}

/** A pool about to be checked: its range, with what the text had after the host's bits were cleared. */
interface Candidate {
  readonly resource: Resource
  readonly fields: SpecFields
  readonly before: PoolsBefore
  readonly cidr: Cidr
  readonly masked: boolean
  readonly blockSize: number
  readonly at: Located
}

/**
 * What Calico asks of a pool beyond its schema; and in the CRD's own rules what the API server asks.
 * Sources: calico v3.32.1, libcalico-go/lib/clientv3/ippool.go, validateAndSetDefaults;
 * the CRD's rules at 87c15906f2, libcalico-go/config/crd/crd.projectcalico.org_ippools.yaml.
 */
export function checkPool(
  resource: Resource,
  fields: SpecFields,
  before: PoolsBefore,
): Result<{ readonly cidr: Cidr; readonly blockSize: number }, Refusal> {
  const at = fields.get('cidr') ?? resource.root
  const text = fields.has('cidr') ? textOf(at) : ''
  const parsed = parseGoCidr(text)
  if (!parsed.ok) {
    const refusal = refuseFor(resource, [noSubnet(text, at)])
    invariant(refusal !== null, 'a fault that every tool sees is refused')
    return err(refusal)
  }
  const { address, network } = parsed.value
  const written = fields.get('blockSize')
  const blockSize = (written && Number(textOf(written))) || (network.base.family === 4 ? 26 : 122)
  const candidate: Candidate = {
    ...{ resource, fields, before, at, blockSize },
    cidr: network,
    masked: address.words.every((word, i) => word === network.base.words[i]),
  }
  const refusal = refuseFor(resource, [
    ...changed(candidate),
    ...ofBlockSize(candidate),
    ...overlapping(candidate),
    ...ofModes(candidate),
    ...ofRange(candidate),
  ])
  return refusal ? err(refusal) : ok({ cidr: network, blockSize })
}

export const modeIn = (fields: SpecFields, name: 'ipipMode' | 'vxlanMode') => {
  const at = fields.get(name)
  return ENCAPSULATIONS.find((mode) => at && textOf(at) === mode) ?? 'Never'
}

const CIDR_FIELD = 'IPPool.Spec.CIDR'

function noSubnet(value: string, at: Located): Fault {
  const reason =
    value === '' ? 'IPPool CIDR must be specified' : 'IPPool CIDR must be a valid subnet'
  const schema =
    value === ''
      ? 'spec.cidr: Required value'
      : `spec.cidr: Invalid value: "${value}": spec.cidr in body must be of type cidr: "${value}"`
  return { field: CIDR_FIELD, value, reason, schema, at }
}

const ofCidr = ({ cidr, at }: Candidate, reason: string, schema: string | null): Fault => ({
  ...{ field: CIDR_FIELD, value: formatCidr(cidr), reason, schema, at },
})

const rule = (message: string): string => `spec: Invalid value: "object": ${message}`

function changed(candidate: Candidate): readonly Fault[] {
  const { own } = candidate.before
  if (own === null || formatCidr(own.cidr) === formatCidr(candidate.cidr)) return []
  const schema =
    'spec.cidr: Invalid value: "string": CIDR cannot be changed; follow IP pool migration guide to avoid corruption.'
  return [ofCidr(candidate, 'IPPool CIDR cannot be modified', schema)]
}

function ofBlockSize(candidate: Candidate): readonly Fault[] {
  const { before, blockSize, cidr, fields, at } = candidate
  const place = {
    field: 'IPPool.Spec.BlockSize',
    value: `${blockSize}`,
    at: fields.get('blockSize') ?? at,
  }
  const faults: Fault[] = []
  if (before.own !== null && before.own.blockSize !== blockSize) {
    const schema =
      'spec.blockSize: Invalid value: "integer": Block size cannot be changed; follow IP pool migration guide to avoid corruption.'
    faults.push({ ...place, reason: 'IPPool BlockSize cannot be modified', schema })
  }
  const { family } = cidr.base
  const [lo, hi] = family === 4 ? [20, 32] : [116, 128]
  if (blockSize < lo || blockSize > hi) {
    const reason = `IPv${family} block size must be between ${lo} and ${hi}`
    const schema = rule(
      'blockSize must be between 20 and 32 for IPv4 pools, and between 116 and 128 for IPv6 pools',
    )
    faults.push({ ...place, reason, schema })
  }
  if (!isTrue(fields.get('disabled')) && cidr.prefix > blockSize) {
    faults.push(ofCidr(candidate, TOO_SMALL, rule(TOO_SMALL)))
  }
  return faults
}

const TOO_SMALL =
  'IP pool size is too small for use with Calico IPAM. It must be equal to or greater than the block size.'

/** Asked when a pool is made; the API server cannot see others. */
function overlapping(candidate: Candidate): readonly Fault[] {
  const { before, resource, cidr } = candidate
  if (before.own !== null) return []
  return before.others
    .filter((other) => overlap(other.cidr, cidr))
    .map((other) => {
      const reason = `IPPool(${resource.name}) CIDR overlaps with IPPool(${other.name}) CIDR ${formatCidr(other.cidr)}`
      return ofCidr(candidate, reason, null)
    })
}

function ofModes({ fields, cidr, at }: Candidate): readonly Fault[] {
  const [ipip, vxlan] = [modeIn(fields, 'ipipMode'), modeIn(fields, 'vxlanMode')]
  const faults: Fault[] = []
  if (ipip !== 'Never' && vxlan !== 'Never') {
    const reason = 'Cannot enable both VXLAN and IPIP on the same IPPool'
    const schema = 'spec: Forbidden: ipipMode and vxlanMode cannot both be enabled'
    const place = fields.get('vxlanMode') ?? at
    faults.push({ field: 'IPPool.Spec.VXLANMode', value: vxlan, reason, schema, at: place })
  }
  if (ipip !== 'Never' && cidr.base.family === 6) {
    const reason = 'IPIP is not supported on an IPv6 IP pool'
    const schema = 'spec: Forbidden: IPIP is not supported on IPv6 pools'
    const place = fields.get('ipipMode') ?? at
    faults.push({ field: 'IPPool.Spec.IPIPMode', value: ipip, reason, schema, at: place })
  }
  return faults
}

const LINK_LOCAL = [
  ['169.254.0.0/16', 'IPv4 Link Local', 'IPv4 link local'],
  ['fe80::/10', 'IPv6 Link Local', 'IPv6 link local'],
] as const

function ofRange(candidate: Candidate): readonly Fault[] {
  const faults: Fault[] = []
  if (!candidate.masked) {
    const schema = rule('IPPool CIDR must be strictly masked')
    faults.push(ofCidr(candidate, 'IPPool CIDR is not strictly masked', schema))
  }
  for (const [text, library, schema] of LINK_LOCAL) {
    const range = parseCidr(text)
    invariant(range.ok, 'link-local ranges are ranges')
    if (!overlap(range.value, candidate.cidr)) continue
    const says = (name: string): string => `IPPool CIDR overlaps with ${name} range ${text}`
    faults.push(ofCidr(candidate, says(library), rule(says(schema))))
  }
  return faults
}
