import type { ScenarioDocument } from './document.ts'

/** One member of a list of the document, with the path at which it stands. */
export interface Entry<T> {
  readonly written: T
  readonly path: string
}

export type Written<K extends keyof ScenarioDocument> =
  NonNullable<ScenarioDocument[K]> extends readonly (infer T)[] ? T : never

/** The members of the list of that name that bear their own name alone. */
export type EntriesOf = <T>(name: string, list: readonly T[] | undefined) => readonly Entry<T>[]

export const entriesWhere =
  (isRepeated: (path: string) => boolean): EntriesOf =>
  (name, list = []) =>
    list.flatMap((written, i) => {
      const path = `${name}.${i}`
      return isRepeated(path) ? [] : [{ written, path }]
    })
