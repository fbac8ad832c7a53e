import { type Address, formatAddress } from '../../../net/address.ts'
import type { Change, ChangeNote } from '../change.ts'
import type { Failure } from '../failure.ts'
import type { Generator } from '../remedy.ts'
import { adds } from './document-change.ts'
import { type ExistingRange, rangesAround } from './existing-range.ts'

/** This source to the on-prem firewall: the range that it comes from, or its address alone. */
export const allowAtFirewall: Generator = (failure) =>
  failure.state.document.onPrem.flatMap(({ name, firewall }) => {
    if (!firewall || failure.by !== `firewall:${firewall.name}`) return []
    return rangesAround(failure.topology, failure.source).map((existing) =>
      adds(
        {
          code: 'allow-at-firewall',
          at: failure.by,
          params: { range: existing.text, firewall: firewall.name },
          notes: sourceNotes(failure, existing),
        },
        ['onPrem', name, 'firewall', 'allow'],
        existing.text,
      ),
    )
  })

/** The same to a host that lets in only whom it lists. */
export const allowAtEndpoint: Generator = (failure) =>
  failure.state.document.endpoints.flatMap(({ name, address, allow }) => {
    if (!allow || address !== formatAddress(failure.destination)) return []
    return rangesAround(failure.topology, failure.source).map((existing) =>
      adds(
        {
          code: 'allow-at-endpoint',
          at: `endpoint:${name}`,
          params: { range: existing.text, endpoint: name },
          notes: sourceNotes(failure, existing),
        },
        ['endpoints', name, 'allow'],
        existing.text,
      ),
    )
  })

/** The port opened at the host. */
export const openPort: Generator = ({ state, destination, port }) =>
  state.document.endpoints.flatMap(({ name, address, ports }) =>
    !ports || port === null || address !== formatAddress(destination)
      ? []
      : [
          adds(
            {
              code: 'open-port',
              at: `endpoint:${name}`,
              params: { port: String(port), endpoint: name },
            },
            ['endpoints', name, 'ports'],
            port,
          ),
        ],
  )

/** What one address of many is worth. */
export function sourceNotes(
  { topology, source }: Pick<Failure, 'topology' | 'source'>,
  { range }: Pick<ExistingRange, 'range'>,
): Change['notes'] {
  if (range.prefix < source.words.length * 32) return []
  const text = formatAddress(source)
  const isIt = (own: Address): boolean => formatAddress(own) === text
  const notes: ChangeNote[] = []
  if (topology.pods.some(({ hostNetwork, addresses }) => !hostNetwork && addresses.some(isIt))) {
    notes.push('pod-address-changes')
  }
  if (topology.nodes.some(({ address }) => isIt(address))) notes.push('one-node-only')
  return notes
}
