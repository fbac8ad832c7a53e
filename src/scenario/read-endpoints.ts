import type { Endpoint, Forwarding } from '../topology/network.ts'
import type { Entry, Written } from './entries.ts'
import type { FieldReader } from './field-reader.ts'
import { namesOf, type Reading } from './read-clusters.ts'

/** Hosts outside the clusters: those with an address in a network that is there. */
export const readEndpoints = (reading: Reading): readonly Endpoint[] =>
  reading
    .entries('endpoints', reading.document.endpoints)
    .flatMap((entry) => readEndpoint(reading, entry) ?? [])

function readEndpoint(
  { read, document, loose }: Reading,
  { written, path }: Entry<Written<'endpoints'>>,
): Endpoint | null {
  const { name, at, ports, kind, tags, allow } = written
  const vpcs = namesOf(document.vpcs)
  const networks = [...namesOf(document.onPrem), ...vpcs, 'internet']
  const address = read.address(`${path}.address`, written.address)
  const isSomewhere = read.known(`${path}.at`, at, networks)
  const natRange = read.range(`${path}.natRange`, written.natRange)
  const externalAddress = read.address(`${path}.externalAddress`, written.externalAddress)
  const allowed = allow ? read.ranges(`${path}.allow`, allow) : null
  const forwards = readForwarding(read, written, path, vpcs)
  if (!address || !isSomewhere) {
    loose.push({ name, path: `${path}.${address ? 'at' : 'address'}` })
    return null
  }
  return {
    name,
    at,
    address,
    ports: ports ?? null,
    kind: kind ?? 'host',
    natRange,
    externalAddress,
    tags: tags ?? [],
    allow: allowed,
    forwards,
  }
}

/** What leads to a network that is not there is no way at all. */
function readForwarding(
  read: FieldReader,
  { at, forwards }: Written<'endpoints'>,
  path: string,
  vpcs: readonly string[],
): Forwarding | null {
  if (forwards === undefined) return null
  const { into = at, stateful = false } = forwards
  const natAddress = read.address(`${path}.forwards.natAddress`, forwards.natAddress)
  const known =
    forwards.into === undefined || read.known(`${path}.forwards.into`, into, [...vpcs, 'internet'])
  return known ? { natAddress, into, stateful } : null
}
