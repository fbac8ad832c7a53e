import type { Change } from './change.ts'
import type { Failure } from './failure.ts'

/** Changes that only together may be worth something, e.g. a ConfigMap edited and applied. */
export type Remedy = readonly Change[]

/** What may help against a failure; whether it does is found out by trying. */
export type Generator = (failure: Failure) => readonly Remedy[]
