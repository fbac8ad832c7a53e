import { formatAddress, sameAddress } from '../../../net/address.ts'
import { answerTo, type Moving } from '../../moving.ts'
import { place } from '../../place.ts'
import type { Reason } from '../../reason.ts'
import type { PlaceId } from '../../trace.ts'
import type { Crossing, Standing, Translation } from '../travel.ts'
import type { Return } from './return-trip.ts'

type Of<K extends Crossing['kind']> = Extract<Crossing, { kind: K }>

/** What the first packet left on its way, each kind in the order in which it was made. */
export interface Memory {
  /** Entries that are used up are taken out. */
  readonly nodes: Of<'node'>[]
  readonly translations: Translation[]
  /** Those that the answer has not met yet. */
  readonly appliances: Of<'appliance'>[]
  readonly gateways: readonly Of<'gateway'>[]
  readonly tunnels: readonly Of<'tunnel'>[]
  readonly attachments: ReadonlySet<string>
}

export function memoryOf(crossings: readonly Crossing[]): Memory {
  return {
    nodes: crossings.filter((each) => each.kind === 'node'),
    translations: crossings.filter((each) => each.kind === 'translation'),
    appliances: crossings.filter((each) => each.kind === 'appliance'),
    gateways: crossings.filter((each) => each.kind === 'gateway'),
    tunnels: crossings.filter((each) => each.kind === 'tunnel'),
    attachments: new Set(
      crossings.flatMap((each) => (each.kind === 'attachment' ? [each.attachment] : [])),
    ),
  }
}

/** Is this packet the answer to what went by there? Ports follow the addresses. */
export function answers(packet: Moving, { after }: { readonly after: Moving }): boolean {
  const { src, dst } = answerTo(after)
  return sameAddress(packet.src, src) && sameAddress(packet.dst, dst)
}

/** The last entry that the packet belongs to; it is used up. */
export function take<T extends { readonly after: Moving }>(
  entries: T[],
  packet: Moving,
  fits: (entry: T) => boolean = () => true,
): T | null {
  const index = entries.findLastIndex((entry) => fits(entry) && answers(packet, entry))
  return entries.splice(index, index < 0 ? 0 : 1)[0] ?? null
}

/** Turns the packet back where somebody at that place translated it; says where it goes on from. */
export function undo({ journal, memory }: Return, at: PlaceId): Standing | null {
  const entry = take(memory.translations, journal.moving(), (each) => each.at === at)
  if (!entry) return null
  meet(memory, at)
  journal.note(
    { place: at, stage: 'cloud-nat', mood: 'translated', reason: undoReason(entry) },
    answerTo(entry.before),
  )
  return entry.back
}

/** A stateful machine there is content, having seen both directions. False: it had not seen the first. */
export function meet({ appliances }: Memory, at: PlaceId): boolean {
  const index = appliances.findLastIndex(({ endpoint }) => place.endpoint(endpoint.name) === at)
  return appliances.splice(index, index < 0 ? 0 : 1).length > 0
}

/** Of the internet: whoever holds the address turns it back. */
export function undoAnywhere(back: Return): Standing | null {
  const packet = back.journal.moving()
  const entry = back.memory.translations.findLast((each) => answers(packet, each))
  return entry ? undo(back, entry.at) : null
}

function undoReason({ before, after }: Translation): Reason {
  return sameAddress(before.src, after.src)
    ? {
        code: 'external-address-translated',
        from: formatAddress(after.dst),
        to: formatAddress(before.dst),
      }
    : {
        code: 'cloud-nat-untranslated',
        from: formatAddress(after.src),
        to: formatAddress(before.src),
      }
}
