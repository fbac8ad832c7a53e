import type { Place, Zone } from '../../../scenario/evaluation.ts'
import type { Size } from './geometry.ts'

/** Advance of one character of the mono face at 11.5 px, and of the sans face at 12.5 px. */
const MONO = 6.95
const SANS = 6.7
const WIDEST = 224

const AT_LEAST: Readonly<Record<Place['kind'], Size>> = {
  pod: { width: 112, height: 54 },
  pods: { width: 156, height: 80 },
  node: { width: 104, height: 58 },
  router: { width: 96, height: 46 },
  attachment: { width: 108, height: 42 },
  firewall: { width: 104, height: 50 },
  endpoint: { width: 104, height: 50 },
  vm: { width: 104, height: 50 },
  appliance: { width: 104, height: 50 },
  psc: { width: 104, height: 50 },
  service: { width: 104, height: 46 },
  'cloud-nat': { width: 104, height: 50 },
  metadata: { width: 112, height: 50 },
  internet: { width: 92, height: 46 },
}

/** A card of a node with all its Pods, which can be read in it from nearby. */
const CARD: Size = { width: 164, height: 80 }

/** Wide enough for its name and its lines, within reason: longer ones are cut with an ellipsis. */
export function placeSize(place: Place): Size {
  const { kind, name, lines, external, allows, holds } = place
  if (kind === 'node' && holds !== undefined) return CARD
  const least = AT_LEAST[kind]
  const told = [...lines, ...(external === undefined ? [] : [external])]
  const words = Math.max(
    name.length * SANS,
    ...told.map((line) => line.length * MONO),
    allows === undefined ? 0 : ((allows[0]?.length ?? 4) + ALLOWS) * SANS,
  )
  const more = Math.max(0, told.length - 1) + (allows === undefined ? 0 : 1)
  return {
    width: Math.min(WIDEST, Math.max(least.width, Math.ceil(words) + 26)),
    height: least.height + more * 16,
  }
}

/** Letters of the words around the sources that a host lets in. */
const ALLOWS = 11

/** What the widest word for a kind of zone takes, in whichever language. */
const KIND = 76
const WIDEST_TITLE = 320

/** A zone is at least as wide as its title; a title beyond reason is cut with an ellipsis. */
export function titleWidth({ name, ranges }: Zone): number {
  const range = ranges.map(({ text }) => text).join(' ')
  return Math.min(WIDEST_TITLE, Math.ceil(name.length * SANS + range.length * MONO) + 38 + KIND)
}
