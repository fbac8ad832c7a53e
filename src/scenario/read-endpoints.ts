import { sameAddress } from '../net/address.ts'
import type { Endpoint, Forwarding } from '../topology/network.ts'
import type { ScenarioDocument } from './document.ts'
import { type FieldReader, issueAt } from './field-reader.ts'

type Written = ScenarioDocument['endpoints'][number]

/** Hosts outside the clusters. */
export function readEndpoints(read: FieldReader, document: ScenarioDocument): readonly Endpoint[] {
  const all = document.endpoints.map((written, i) => readEndpoint(read, document, written, i))
  for (const [i, endpoint] of all.entries()) {
    const first = all.findIndex(
      (other) => other.at === endpoint.at && sameAddress(other.address, endpoint.address),
    )
    if (first < i) {
      read.issues.push(issueAt('duplicate-name', `endpoints.${i}.address`, { name: endpoint.name }))
    }
  }
  return all
}

function readEndpoint(
  read: FieldReader,
  document: ScenarioDocument,
  written: Written,
  i: number,
): Endpoint {
  const path = `endpoints.${i}`
  const { name, at, ports, kind, natRange, externalAddress, tags, allow } = written
  return {
    name,
    at,
    address: read.address(`${path}.address`, written.address),
    ports: ports ?? null,
    kind: kind ?? 'host',
    natRange: natRange === undefined ? null : read.range(`${path}.natRange`, natRange),
    externalAddress:
      externalAddress === undefined
        ? null
        : read.address(`${path}.externalAddress`, externalAddress),
    tags: tags ?? [],
    allow: allow ? read.ranges(`${path}.allow`, allow) : null,
    forwards: readForwarding(read, document, written, path),
  }
}

function readForwarding(
  read: FieldReader,
  { vpcs }: ScenarioDocument,
  { at, forwards }: Written,
  path: string,
): Forwarding | null {
  if (forwards === undefined) return null
  const { natAddress, into, stateful } = forwards
  const networks = [...vpcs.map(({ name }) => name), 'internet']
  if (into !== undefined) read.known(`${path}.forwards.into`, into, networks)
  return {
    natAddress:
      natAddress === undefined ? null : read.address(`${path}.forwards.natAddress`, natAddress),
    into: into ?? at,
    stateful: stateful ?? false,
  }
}
