import type { Match } from '../../engine/rule.ts'

type Ports = Extract<Match, { kind: 'ports' }>

const isNative = (match: Match): match is Ports =>
  match.kind === 'ports' &&
  match.module !== 'sctp' &&
  Boolean(match.source ?? match.destination ?? match.flags)

/**
 * `-m tcp --sport 1 -m tcp --dport 2` becomes one match: iptables-nft writes plain comparisons, and
 * reads them back as one. Two that speak of the same port stay two.
 */
export function joinPorts(matches: readonly Match[]): readonly Match[] {
  const joined: Match[] = []
  for (const match of matches) {
    const index = joined.findIndex((each) => isNative(each) && isNative(match) && fits(each, match))
    const earlier = joined[index]
    if (earlier) joined[index] = { ...earlier, ...match } as Match
    else joined.push(match)
  }
  return joined
}

const fits = (a: Ports, b: Ports): boolean =>
  (['source', 'destination', 'flags'] as const).every((key) => !(a[key] && b[key]))
