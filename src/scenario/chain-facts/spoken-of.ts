import { prefixOf } from '../../engine/masked-address.ts'
import type { IpSet, MaskedAddress, Rule, Ruleset } from '../../engine/rule.ts'
import { type Family, parseAddress } from '../../net/address.ts'
import { type Cidr, cidrCovers, cidrOf, hostCidr, parseCidr } from '../../net/cidr.ts'
import type { Place, PlaceMap, Zone } from '../evaluation.ts'

/** What of the map a rule speaks of, by id of a place or a zone. */
export interface SpokenOf {
  /** `Rule.id`. */
  readonly rule: string
  /** All addresses there are in what the rule asks for as source, or as destination. */
  readonly whole: readonly string[]
  /** Only some of them are. */
  readonly part: readonly string[]
}

/** Of each rule that asks for addresses; those that take every source and destination speak of nothing. */
export function spokenOf(rules: Ruleset, family: Family, map: PlaceMap): readonly SpokenOf[] {
  const things = [...map.zones.map(zoneRanges), ...map.places.map(placeRanges)]
  const { chains } = family === 4 ? rules.nat4 : rules.nat6
  const programs = (rules.programs ?? []).filter((program) => program.family === family)
  const told = [
    ...chains.flatMap((chain) => chain.rules.map((rule) => asked(rule, rules.sets))),
    ...programs.flatMap((program) =>
      program.chains.flatMap((chain) => chain.rules.map((rule) => asked(rule, program.maps))),
    ),
  ]
  return told.flatMap(({ rule, sides }) => {
    const shares = things.map(({ id, ranges }) => ({ id, share: shareOf(ranges, sides) }))
    const whole = shares.filter(({ share }) => share === 'whole').map(({ id }) => id)
    const part = shares.filter(({ share }) => share === 'part').map(({ id }) => id)
    return whole.length + part.length === 0 ? [] : [{ rule, whole, part }]
  })
}

interface Thing {
  readonly id: string
  readonly ranges: readonly Cidr[]
}

const zoneRanges = ({ id, ranges }: Zone): Thing => ({
  id,
  ranges: ranges.flatMap(({ text }) => {
    const range = parseCidr(text)
    return range.ok ? [range.value] : []
  }),
})

/** Its own addresses: what a firewall or an attachment lets pass is written as ranges. */
const placeRanges = ({ id, lines, external }: Place): Thing => ({
  id,
  ranges: [...lines, ...(external === undefined ? [] : [external])].flatMap((text) => {
    const address = parseAddress(text)
    return address.ok ? [hostCidr(address.value)] : []
  }),
})

/** Ranges of which an address has to be in one, or in none. */
interface Wanted {
  readonly among: readonly Cidr[]
  readonly negated: boolean
}

interface Asked {
  readonly rule: string
  /** What is asked of the source, and what of the destination; all of a side must hold. */
  readonly sides: readonly (readonly Wanted[])[]
}

function asked({ id, base, matches }: Pick<Rule, 'id' | 'base' | 'matches'>, sets: Sets): Asked {
  const ofSets = (side: 'src' | 'dst'): readonly Wanted[] =>
    matches.flatMap((match) => {
      if (match.kind !== 'set' || match.directions[0] !== side) return []
      return [{ among: membersOf(match.set, sets), negated: match.negated }]
    })
  return {
    rule: id,
    sides: [
      [...masked(base.source), ...ofSets('src')],
      [...masked(base.destination), ...ofSets('dst')],
    ],
  }
}

type Sets = readonly IpSet[]

const membersOf = (name: string, sets: Sets): readonly Cidr[] =>
  (sets.find((set) => set.name === name)?.entries ?? [])
    .filter(({ nomatch }) => !nomatch)
    .map(({ address, prefix }) => cidrOf(address, prefix))

/** A mask that is no prefix names no range. */
function masked(wanted: MaskedAddress | undefined): readonly Wanted[] {
  const prefix = wanted === undefined ? null : prefixOf(wanted)
  if (wanted === undefined || prefix === null || prefix === 0) return []
  return [{ among: [cidrOf(wanted.address, prefix)], negated: wanted.negated }]
}

type Share = 'whole' | 'part' | 'none'

/** How much of some ranges one side of a rule takes, the most of both sides. */
function shareOf(ranges: readonly Cidr[], sides: Asked['sides']): Share {
  const shares = sides
    .filter((side) => side.length > 0)
    .map((side) =>
      together(ranges.map((range) => least(side.map((wanted) => taken(range, wanted))))),
    )
  return most(shares)
}

function taken(range: Cidr, { among, negated }: Wanted): Share {
  const inside = among.some((each) => cidrCovers(each, range))
  const some = inside || among.some((each) => cidrCovers(range, each))
  if (inside) return negated ? 'none' : 'whole'
  if (some) return 'part'
  return negated ? 'whole' : 'none'
}

const least = (shares: readonly Share[]): Share => {
  if (shares.includes('none')) return 'none'
  return shares.includes('part') ? 'part' : 'whole'
}

const most = (shares: readonly Share[]): Share => {
  if (shares.includes('whole')) return 'whole'
  return shares.includes('part') ? 'part' : 'none'
}

/** Of several ranges in one place: all of them, none, or something between. */
function together(shares: readonly Share[]): Share {
  if (shares.length === 0 || shares.every((share) => share === 'none')) return 'none'
  return shares.every((share) => share === 'whole') ? 'whole' : 'part'
}
