import type { Target } from '../engine/rule.ts'
import type { TargetText } from './module.ts'
import { connmark } from './targets/connmark.ts'
import { log } from './targets/log.ts'
import { mark } from './targets/mark.ts'
import { dnat, masquerade, redirect, snat } from './targets/nat.ts'
import { netmap } from './targets/netmap.ts'
import { accept, goto, jump, returned } from './targets/plain.ts'

type TargetTexts = { readonly [K in Target['kind']]: TargetText<Extract<Target, { kind: K }>> }

/** Every kind of target, a line each: add one here, in `target-modules.ts` and as a file in `targets/`. */
const texts: TargetTexts = {
  accept,
  connmark,
  dnat,
  goto,
  jump,
  log,
  mark,
  masquerade,
  netmap,
  redirect,
  return: returned,
  snat,
}

/** How to write this target. */
export function textOf<T extends Target>(target: T): TargetText<T> {
  return texts[target.kind] as unknown as TargetText<T>
}
