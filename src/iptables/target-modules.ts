import type { Target } from '../engine/rule.ts'
import type { RuleModule } from './module.ts'
import { connmarkModules } from './targets/connmark.ts'
import { logModules } from './targets/log.ts'
import { markModules } from './targets/mark.ts'
import { natModules } from './targets/nat.ts'
import { netmapModules } from './targets/netmap.ts'
import { acceptModules, returnedModules } from './targets/plain.ts'

/** Every module of iptables that is read here, by the name after `-j`. */
const modules: readonly RuleModule<Target>[] = [
  ...connmarkModules(),
  ...logModules(),
  ...markModules(),
  ...natModules(),
  ...netmapModules(),
  ...acceptModules(),
  ...returnedModules(),
]

export const targetModule = (name: string): RuleModule<Target> | null =>
  modules.find((module) => module.name === name) ?? null
