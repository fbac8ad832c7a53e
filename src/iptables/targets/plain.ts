import type { Target } from '../../engine/rule.ts'
import { ok } from '../../net/result.ts'
import type { RuleModule, TargetText } from '../module.ts'

const without = (name: string, target: Target): RuleModule<Target> => ({
  name,
  options: [],
  open: () => ({ take: () => null, check: () => null, build: () => ok(target) }),
})

const silent = { save: () => '', list: () => '' }

export const accept: TargetText<Extract<Target, { kind: 'accept' }>> = {
  name: () => 'ACCEPT',
  ...silent,
}

export const acceptModules = (): readonly RuleModule<Target>[] => [
  without('ACCEPT', { kind: 'accept' }),
]

export const returned: TargetText<Extract<Target, { kind: 'return' }>> = {
  name: () => 'RETURN',
  ...silent,
}

export const returnedModules = (): readonly RuleModule<Target>[] => [
  without('RETURN', { kind: 'return' }),
]

/** A jump is no module: any name that is none is a chain. */
export const jump: TargetText<Extract<Target, { kind: 'jump' }>> = {
  name: ({ chain }) => chain,
  ...silent,
}

export const goto: TargetText<Extract<Target, { kind: 'goto' }>> = {
  name: ({ chain }) => chain,
  ...silent,
}
