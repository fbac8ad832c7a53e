/** Expected trouble is a value: `ok` carries the answer, `err` what went wrong and where. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({
  ok: false,
  error,
})

/** A list that has at least one member. */
export type NonEmpty<T> = readonly [T, ...T[]]
