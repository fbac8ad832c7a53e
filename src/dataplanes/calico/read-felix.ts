import type { PortRange } from '../../engine/rule.ts'
import { parseGoCidr } from '../../golang/go-cidr.ts'
import type { Located } from '../../golang/json/value.ts'
import type { Place } from '../../golang/line-table.ts'
import { parseAddress } from '../../net/address.ts'
import { type Cidr, hostCidr } from '../../net/cidr.ts'
import { err, ok, type Result } from '../../net/result.ts'
import { EXCLUSIONS, type FelixConfig, INSERT_MODES, type Placed } from './felix-config.ts'
import { FELIX_FIELDS } from './felix-fields.ts'
import { parsePortRange } from './port-range.ts'
import type { Resource } from './read-document.ts'
import {
  type Fault,
  type Refusal,
  refuseByCalico,
  refuseFor,
  tagReason,
  undecodable,
  unsupportedValue,
} from './refusal.ts'
import {
  isTrue,
  readSpec,
  type SpecFields,
  type SpecShape,
  textOf,
  textsOf,
} from './spec-fields.ts'

const SHAPE: SpecShape = {
  read: {
    natOutgoingAddress: 'string',
    natPortRange: 'int-or-string',
    natOutgoingExclusions: 'string',
    iptablesNATOutgoingInterfaceFilter: 'string',
    chainInsertMode: 'string',
    bpfEnabled: 'boolean',
    nftablesMode: 'string',
    externalNodesList: 'strings',
    ipipEnabled: 'boolean',
    vxlanEnabled: 'boolean',
    vxlanPort: 'integer',
  },
  known: FELIX_FIELDS,
}

export function readFelix(
  resource: Resource,
  place: (at: Located) => Place,
): Result<FelixConfig, Refusal> {
  const read = readSpec(resource, SHAPE)
  if (!read.ok) return read
  const fields = read.value
  const ports = readPorts(resource, fields)
  if (!ports.ok) return ports
  const refusal = refuseFor(resource, schemaFaults(fields)) ?? filterRefusal(resource, fields)
  if (refusal) return err(refusal)
  return ok(config(fields, ports.value, place))
}

function config(
  fields: SpecFields,
  ports: PortRange | null,
  place: (at: Located) => Place,
): FelixConfig {
  const placed = <K extends keyof FelixConfig, T>(name: K, value: (at: Located) => T | null) => {
    const at = fields.get(name)
    const found = at ? value(at) : null
    const entry = at && found !== null ? { [name]: { value: found, place: place(at) } } : {}
    return entry as { readonly [P in K]?: Placed<T> }
  }
  return {
    ...placed('natOutgoingAddress', addressIn),
    ...placed('natPortRange', () => ports),
    ...placed('natOutgoingExclusions', (at) => oneOf(EXCLUSIONS, textOf(at))),
    ...placed('iptablesNATOutgoingInterfaceFilter', textOf),
    ...placed('chainInsertMode', (at) => oneOf(INSERT_MODES, textOf(at).toLowerCase())),
    ...placed('nftablesMode', textOf),
    ...placed('externalNodesList', (at) => textsOf(at).flatMap(rangeIn)),
    ...placed('vxlanPort', (at) => Number(textOf(at))),
    ...placed('bpfEnabled', isTrue),
    ...placed('ipipEnabled', isTrue),
    ...placed('vxlanEnabled', isTrue),
  }
}

const oneOf = <T extends string>(choices: readonly T[], text: string): T | null =>
  choices.find((choice) => choice === text) ?? null

function addressIn(at: Located) {
  const address = parseAddress(textOf(at))
  return address.ok ? address.value : null
}

/** A range, or an address alone. */
function rangeIn(text: string): readonly Cidr[] {
  const range = parseGoCidr(text)
  if (range.ok) return [range.value.network]
  const address = parseAddress(text)
  return address.ok ? [hostCidr(address.value)] : []
}

function readPorts(resource: Resource, fields: SpecFields) {
  const at = fields.get('natPortRange')
  if (!at) return ok(null)
  const ports = parsePortRange(at)
  if (ports.ok) return ports
  const text = resource.tool === 'calicoctl' ? undecodable(ports.error) : ports.error
  const by = resource.tool === 'calicoctl' ? 'calicoctl' : 'calico'
  return err({ by, text, offset: at.start } as const)
}

const NFTABLES_MODES = ['Disabled', 'Enabled', 'Auto']
const INSERT_MODE = '^(?i)(Insert|Append)?$'

/** Source: libcalico-go/config/crd/crd.projectcalico.org_felixconfigurations.yaml at 87c15906f2. */
function schemaFaults(fields: SpecFields): readonly Fault[] {
  const faults: Fault[] = []
  const look = (
    name: string,
    fault: (value: string) => Omit<Fault, 'at' | 'value'> | null,
  ): void => {
    const at = fields.get(name)
    const value = at ? textOf(at) : ''
    const found = at && value !== '' ? fault(value) : null
    if (at && found) faults.push({ ...found, value, at })
  }
  look('natOutgoingAddress', (value) => {
    const address = parseAddress(value)
    if (address.ok && address.value.family === 4) return null
    const reason = 'natOutgoingAddress must be a valid IPv4 address'
    return { field: 'spec', reason, schema: `spec: Invalid value: "object": ${reason}` }
  })
  look('natOutgoingExclusions', (value) => {
    if (oneOf(EXCLUSIONS, value)) return null
    const field = 'NATOutgoingExclusions'
    const schema = unsupportedValue('spec.natOutgoingExclusions', value, EXCLUSIONS)
    return { field, reason: tagReason(field, 'oneof'), schema }
  })
  look('chainInsertMode', (value) => {
    if (oneOf(INSERT_MODES, value.toLowerCase())) return null
    const reason = `spec.chainInsertMode in body should match '${INSERT_MODE}'`
    const schema = `spec.chainInsertMode: Invalid value: "${value}": ${reason}`
    return { field: 'spec.chainInsertMode', reason, schema }
  })
  look('nftablesMode', (value) => {
    if (NFTABLES_MODES.includes(value)) return null
    const schema = unsupportedValue('spec.nftablesMode', value, NFTABLES_MODES)
    return { field: 'spec.nftablesMode', reason: schema, schema }
  })
  return faults
}

/** The API server does not look at the pattern. Source: libcalico-go/lib/validator/v3, validateIfaceFilter. */
function filterRefusal(resource: Resource, fields: SpecFields): Refusal | null {
  const at = fields.get('iptablesNATOutgoingInterfaceFilter')
  const value = at ? textOf(at) : ''
  if (!at || value === '' || /^[a-zA-Z0-9:._+-]{1,15}$/.test(value)) return null
  const field = 'IptablesNATOutgoingInterfaceFilter'
  const faults = [{ field, value, reason: tagReason(field, 'ifaceFilter'), schema: null, at }]
  return refuseFor(resource, faults) ?? refuseByCalico(faults)
}
