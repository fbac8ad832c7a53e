import type { Topology } from '../../topology/topology.ts'
import type { Arrival, FirewallRequest, FlowChecks, RequestLine } from './arrival.ts'

/** Rows gathered by who has to let them in, and what one rule would let in as one line. */
export function requestsOf(
  { clusters }: Topology,
  arrivals: readonly Arrival[],
  checks: readonly FlowChecks[],
): readonly FirewallRequest[] {
  const requests = grouped(arrivals, ({ far }) => JSON.stringify(far)).map(
    ([first, ...others]): FirewallRequest => {
      const rows = [first, ...others]
      const lines = grouped(rows, ruleOf).map(lineOf)
      const told = lines.find(({ allowed }) => allowed.state === 'no') ?? lines[0]
      return {
        far: first.far,
        clusters: clusters.map(({ name }) => name),
        lines,
        checks: checks.find(({ flow }) => flow === told?.flows[0])?.checks ?? [],
      }
    },
  )
  return requests.toSorted((a, b) => rank(a) - rank(b))
}

const ORDER: readonly Arrival['allowed']['state'][] = ['no', 'yes', 'nobody-asks']

const rank = ({ lines }: FirewallRequest): number =>
  Math.min(...lines.map(({ allowed }) => ORDER.indexOf(allowed.state)))

const ruleOf = ({ ranges, destination, protocol, port, allowed }: Arrival): string =>
  JSON.stringify([ranges, destination, protocol, port, allowed])

function lineOf([first, ...others]: Group<Arrival>): RequestLine {
  const { ranges, because, destination, protocol, port, allowed } = first
  const rows = [first, ...others]
  return {
    flows: rows.map(({ flow }) => flow),
    sources: [...new Set(rows.map(({ source }) => source.address))],
    ranges,
    because,
    destination,
    protocol,
    port,
    allowed,
  }
}

type Group<T> = readonly [T, ...T[]]

function grouped<T>(list: readonly T[], keyOf: (item: T) => string): readonly Group<T>[] {
  const groups = new Map<string, [T, ...T[]]>()
  for (const item of list) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return [...groups.values()]
}
