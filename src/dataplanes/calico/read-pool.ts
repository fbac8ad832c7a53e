import type { Located } from '../../golang/json/value.ts'
import type { Place } from '../../golang/line-table.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { checkPool, modeIn, type PoolsBefore } from './check-pool.ts'
import { ENCAPSULATIONS, type IpPool, POOL_USES } from './ip-pool.ts'
import type { Resource } from './read-document.ts'
import { type Fault, type Refusal, refuseFor, tagReason, unsupportedValue } from './refusal.ts'
import {
  isTrue,
  readSpec,
  type SpecFields,
  type SpecShape,
  textOf,
  textsOf,
} from './spec-fields.ts'

/** Source: calico v3.32.1, api/pkg/apis/projectcalico/v3/ippool.go. */
const SHAPE: SpecShape = {
  read: {
    cidr: 'string',
    natOutgoing: 'boolean',
    disabled: 'boolean',
    ipipMode: 'string',
    vxlanMode: 'string',
    allowedUses: 'strings',
    blockSize: 'integer',
    disableBGPExport: 'boolean',
    nodeSelector: 'string',
  },
  known: new Set(
    `cidr natOutgoing disabled ipipMode vxlanMode allowedUses blockSize disableBGPExport
    nodeSelector namespaceSelector assignmentMode`.split(/\s+/),
  ),
}

export function readPool(
  resource: Resource,
  before: PoolsBefore,
  place: (at: Located) => Place,
): Result<IpPool, Refusal> {
  const read = readSpec(resource, SHAPE)
  if (!read.ok) return read
  const fields = read.value
  const unknown = refuseFor(resource, unknownChoices(fields))
  if (unknown) return err(unknown)
  const checked = checkPool(resource, fields, before)
  if (!checked.ok) return checked
  const { cidr, blockSize } = checked.value
  const placeOf = (name: string): Place | null => {
    const at = fields.get(name)
    return at ? place(at) : null
  }
  const uses = POOL_USES.filter((use) => usesIn(fields).includes(use))
  return ok({
    name: resource.name,
    cidr,
    natOutgoing: isTrue(fields.get('natOutgoing')),
    disabled: isTrue(fields.get('disabled')),
    ipipMode: modeIn(fields, 'ipipMode'),
    vxlanMode: modeIn(fields, 'vxlanMode'),
    allowedUses: uses.length > 0 ? uses : ['Workload', 'Tunnel'],
    blockSize,
    disableBgpExport: isTrue(fields.get('disableBGPExport')),
    nodeSelector: selectorIn(fields),
    places: {
      cidr: placeOf('cidr'),
      natOutgoing: placeOf('natOutgoing'),
      disabled: placeOf('disabled'),
    },
  })
}

/** Source: calico libcalico-go/lib/clientv3/ippool.go, which fills it in. */
function selectorIn(fields: SpecFields): string {
  const at = fields.get('nodeSelector')
  return (at && textOf(at)) || 'all()'
}

const usesIn = (fields: SpecFields): readonly string[] => {
  const at = fields.get('allowedUses')
  return at ? textsOf(at) : []
}

function unknownChoices(fields: SpecFields): readonly Fault[] {
  const faults: Fault[] = []
  for (const [name, field, tag] of [
    ['ipipMode', 'IPIPMode', 'ipIpMode'],
    ['vxlanMode', 'VXLANMode', 'vxlanMode'],
  ] as const) {
    const at = fields.get(name)
    const value = at ? textOf(at) : ''
    if (!at || value === '' || ENCAPSULATIONS.some((mode) => mode === value)) continue
    const schema = unsupportedValue(`spec.${name}`, value, ENCAPSULATIONS)
    faults.push({ field, value, reason: tagReason(field, tag), schema, at })
  }
  const at = fields.get('allowedUses')
  if (!at) return faults
  const uses = usesIn(fields)
  const place = { field: 'IPpool.AllowedUses', value: `[${uses.join(' ')}]`, at }
  for (const [index, use] of uses.entries()) {
    if (!POOL_USES.some((known) => known === use)) {
      const schema = unsupportedValue(`spec.allowedUses[${index}]`, use, POOL_USES)
      faults.push({ ...place, reason: `unknown use: ${use}`, schema })
    } else if (use !== 'LoadBalancer' && uses.includes('LoadBalancer')) {
      const reason = `LoadBalancer cannot be used at the same time as: ${use}`
      const schema =
        'spec: Forbidden: LoadBalancer cannot be combined with Workload or Tunnel allowed uses'
      faults.push({ ...place, reason, schema })
    }
  }
  return faults
}
