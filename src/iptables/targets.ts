import type { Target } from '../engine/rule.ts'
import type { RuleModule, TargetFile } from './module.ts'
import { connmark } from './targets/connmark.ts'
import { log } from './targets/log.ts'
import { mark } from './targets/mark.ts'
import { dnat, masquerade, redirect, snat } from './targets/nat.ts'
import { netmap } from './targets/netmap.ts'
import { accept, goto, jump, returned } from './targets/plain.ts'

type TargetFiles = { readonly [K in Target['kind']]: TargetFile<Extract<Target, { kind: K }>> }

/** Every kind of target, a line each: add one here and as a file in `targets/`. */
const files: TargetFiles = {
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

const modules = Object.values(files).flatMap((file) => file.modules)

export const targetModule = (name: string): RuleModule<Target> | null =>
  modules.find((module) => module.name === name) ?? null

/** The file that knows this target. */
export function fileOf<T extends Target>(target: T): TargetFile<T> {
  return files[target.kind] as unknown as TargetFile<T>
}
