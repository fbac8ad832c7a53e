import type { ConnectionKind } from '../document/relations.ts'
import type { ThingId, ThingKind } from '../thing.ts'

/** Everything that a properties panel shows of one thing, and can change by the edit `set`. */
export interface ThingReport {
  readonly id: ThingId
  readonly kind: ThingKind
  readonly name: string
  readonly parent: ThingId | null
  readonly children: readonly ThingId[]
  readonly connections: readonly ThingConnection[]
  /** In the order of the schema; its name is the first. */
  readonly fields: readonly ThingField[]
}

export interface ThingConnection {
  readonly thing: ThingId
  readonly as: ConnectionKind
  /** The thing that the connection consists of, such as an attachment; null where it is none. */
  readonly by: ThingId | null
}

/** How a field is typed in. Those in the plural hold lists of text (`numbers`: of numbers). */
export type FieldControl =
  | 'text'
  | 'long-text'
  | 'number'
  | 'switch'
  /** One of `options`. */
  | 'choice'
  /** One of `options`, or a number. */
  | 'choice-or-number'
  /** The name of another thing: `options` are those that there are. */
  | 'name'
  | 'address'
  | 'range'
  | 'texts'
  | 'numbers'
  /** `options` are the names that there are; other text may stand there. */
  | 'names'
  | 'addresses'
  | 'ranges'
  /** A record of text by key. */
  | 'labels'
  /** One object of `fields`; absent as a whole where `value` is undefined. */
  | 'group'
  /** A list of objects, `members`. */
  | 'objects'

export interface ThingField {
  /** In the thing: what the edit `set` takes. */
  readonly path: readonly (string | number)[]
  /** A code for its words: the path without places in lists, e.g. `interfaces.addresses`. */
  readonly key: string
  readonly control: FieldControl
  /** As it stands in the document; undefined where it is absent. */
  readonly value: unknown
  /** It may be absent. */
  readonly optional: boolean
  /** What holds while it is absent, where that is one value. */
  readonly implied?: unknown
  readonly options?: readonly string[]
  readonly fields?: readonly ThingField[]
  readonly members?: readonly (readonly ThingField[])[]
  /** `group`: what to set to have one. `objects`: what to set behind the last to have one more. */
  readonly fresh?: unknown
}
