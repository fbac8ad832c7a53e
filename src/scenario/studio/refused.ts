import { issueAt } from '../field-reader.ts'
import type { EditRefused } from './edit.ts'
import type { ThingId, ThingKind } from './thing.ts'

/** Why an edit is not made, each with what a person needs to know to make it otherwise. */

/** `needs`: what has to be there first. */
export const nowhereToPut = (kind: ThingKind, needs: ThingKind): EditRefused =>
  issueAt('nowhere-to-put', '', { kind, needs })

/** Of this kind there is one at the most. */
export const alreadyThere = (kind: ThingKind): EditRefused => issueAt('already-there', '', { kind })

/** What is called the same everywhere. */
export const nameFixed = (id: ThingId): EditRefused =>
  issueAt('name-fixed', '', { name: nameIn(id) })

/** `zone`: the name of what the ranges belong to. */
export const noFreeAddress = (zone: string, ranges: readonly string[]): EditRefused =>
  issueAt('no-free-address', '', { zone, range: ranges.join(', ') })

export const unknownThing = (id: ThingId): EditRefused =>
  issueAt('unknown-name', '', { name: nameIn(id), known: '' })

export const cannotConnect = (from: ThingId, to: ThingId): EditRefused =>
  issueAt('cannot-connect', '', { from: nameIn(from), to: nameIn(to) })

export const notConnected = (from: ThingId, to: ThingId): EditRefused =>
  issueAt('not-connected', '', { from: nameIn(from), to: nameIn(to) })

const nameIn = (id: ThingId): string => id.slice(id.indexOf(':') + 1)
