/** A broken promise of our own. Thrown here, caught only by `worker/answer.ts` and `cli/main.ts`. */
export class BrokenInvariant extends Error {
  override readonly name = 'BrokenInvariant'
}

export function invariant(condition: unknown, promise: string): asserts condition {
  if (!condition) throw new BrokenInvariant(promise)
}

/** The end of a switch that must know every member: a missing one does not compile. */
export function unreachable(value: never): never {
  throw new BrokenInvariant(`no case for ${JSON.stringify(value)}`)
}
