import type { Issue } from '../issue.ts'
import type { ScenarioState } from '../state.ts'
import type { EndpointPreset, Point, ThingId, ThingKind } from './thing.ts'

/** One step of drawing: what one undo takes back. */
export type Edit =
  /** A new thing with a free name and, where it has one, a free address of its zone. */
  | {
      readonly do: 'add'
      readonly kind: ThingKind
      readonly preset?: EndpointPreset
      /** The zone that it goes into; null: the first that can hold it, or none. */
      readonly parent: ThingId | null
      readonly at?: Point
    }
  /** With all that stands in it; what names it keeps the name, and is told as an issue. */
  | { readonly do: 'remove'; readonly things: readonly ThingId[] }
  /** Everything that names it follows: flows, links, `expect:` lines, positions. */
  | { readonly do: 'rename'; readonly thing: ThingId; readonly name: string }
  /** With all that stands in it, under free names and addresses, a little aside. */
  | { readonly do: 'duplicate'; readonly things: readonly ThingId[] }
  /** Text that `copyThings` made, or that a person wrote in the same form. */
  | {
      readonly do: 'paste'
      readonly text: string
      readonly parent: ThingId | null
      readonly at?: Point
    }
  /** What the two mean to each other decides what comes of it: an attachment, a peering, a home, a flow. */
  | { readonly do: 'connect'; readonly from: ThingId; readonly to: ThingId }
  | { readonly do: 'disconnect'; readonly from: ThingId; readonly to: ThingId }
  /** Into another zone: its address becomes a free one there. */
  | {
      readonly do: 'nest'
      readonly things: readonly ThingId[]
      readonly parent: ThingId
      /** Where they were dropped, by id; without it what was moved lays itself out. */
      readonly to?: Readonly<Record<string, Point>>
    }
  /** One field of a thing; `undefined` takes it away. What is not valid is kept as typed and told. */
  | {
      readonly do: 'set'
      readonly thing: ThingId
      readonly path: readonly (string | number)[]
      readonly value: unknown
    }
  /** Places by id, zones where nothing stands in them. */
  | { readonly do: 'move'; readonly to: Readonly<Record<string, Point>> }
  /** Everything lays itself out again; with positions: as a layout has computed them. */
  | { readonly do: 'tidy'; readonly positions: Readonly<Record<string, Point>> | null }
  | { readonly do: 'lock'; readonly locked: boolean }

export interface Edited {
  readonly state: ScenarioState
  /** What was made or changed: what is selected next. */
  readonly things: readonly ThingId[]
  /** What taking things away has brought with it. */
  readonly lost?: Lost
}

export interface Lost {
  /** How many things went because they stood in what was taken away. */
  readonly within: number
  /** How many flows are still there, with an end that is no longer. */
  readonly flows: number
}

/** Why an edit was not made; nothing was touched. */
export type EditRefused = Issue
