import type { Place } from '../../golang/line-table.ts'
import type { ConfigReport } from '../config-report.ts'
import { checkOptions } from './check-options.ts'
import { type EgressPolicy, readPolicy } from './egress-policy.ts'
import { type MasqMap, readMasqMap } from './masq-map.ts'
import type { CiliumOptions } from './options.ts'
import { type OptionError, readOptions } from './read-options.ts'
import type { CiliumStream } from './read-stream.ts'

/** What the agents work with; what is refused leaves the part that it was to replace as it was. */
export interface AgentState {
  /** Null: no agent has ever started. */
  readonly options: CiliumOptions | null
  /** Null: there is no ip-masq-agent, or it has never read a file that it accepts. */
  readonly masq: MasqMap | null
  readonly policies: readonly EgressPolicy[]
}

export const FRESH: AgentState = { options: null, masq: null, policies: [] }

export interface Taken {
  readonly state: AgentState
  readonly error: ConfigReport['error']
}

/** A stream of manifests is applied, and the agents are restarted. */
export function take(before: AgentState, stream: CiliumStream): Taken {
  if (stream.error)
    return { state: before, error: said('kubectl', stream.error.text, stream.error.place) }
  const started = start(before, stream)
  const masq = readMasq(before, started.options, stream)
  const policies = readPolicies(before, stream)
  return {
    state: { options: started.options, masq: masq.map, policies: policies.list },
    error: started.error ?? masq.error ?? policies.error,
  }
}

const said = (by: string, text: string, place: Place | null): ConfigReport['error'] => ({
  by,
  text,
  line: place?.line ?? null,
  column: place?.column ?? null,
})

function start(
  before: AgentState,
  { options: given }: CiliumStream,
): Pick<AgentState, 'options'> & Pick<Taken, 'error'> {
  const written = given?.written ?? new Map()
  const read = readOptions(written)
  const error: OptionError | null = read.ok ? checkOptions(read.value) : read.error
  if (read.ok && error === null) return { options: read.value, error: null }
  const blamed = error?.options.find((name) => written.has(name))
  const place = (blamed ? written.get(blamed)?.place : given?.place) ?? null
  return { options: before.options, error: said('cilium-agent', error?.text ?? '', place) }
}

function readMasq(
  before: AgentState,
  options: CiliumOptions | null,
  { masq: source }: CiliumStream,
): { readonly map: MasqMap | null } & Pick<Taken, 'error'> {
  if (!options?.ipMasqAgent) return { map: null, error: null }
  const read = readMasqMap(source)
  if (read.ok) return { map: read.value, error: null }
  const { text, place } = read.error
  return { map: before.masq, error: said('cilium-ip-masq-agent', text, place) }
}

function readPolicies(
  before: AgentState,
  { resources }: CiliumStream,
): { readonly list: readonly EgressPolicy[] } & Pick<Taken, 'error'> {
  const list: EgressPolicy[] = []
  let error: ConfigReport['error'] = null
  for (const resource of resources) {
    if (resource.kind !== 'CiliumEgressGatewayPolicy') continue
    const read = readPolicy(resource)
    if (read.ok) {
      list.push(read.value)
      continue
    }
    const { text, at } = read.error
    error ??= said('cilium-egress-gateway', text, resource.place(at))
    list.push(...before.policies.filter(({ name }) => name === resource.name))
  }
  return { list, error }
}
