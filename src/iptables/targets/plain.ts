import type { Target } from '../../engine/rule.ts'
import { ok } from '../../net/result.ts'
import type { RuleModule, TargetFile } from '../module.ts'

const without = (name: string, target: Target): RuleModule<Target> => ({
  name,
  options: [],
  open: () => ({ take: () => null, check: () => null, build: () => ok(target) }),
})

const silent = { save: () => '', list: () => '' }

export const accept: TargetFile<Extract<Target, { kind: 'accept' }>> = {
  modules: [without('ACCEPT', { kind: 'accept' })],
  name: () => 'ACCEPT',
  ...silent,
}

export const returned: TargetFile<Extract<Target, { kind: 'return' }>> = {
  modules: [without('RETURN', { kind: 'return' })],
  name: () => 'RETURN',
  ...silent,
}

/** A jump is no module: any name that is none is a chain. */
export const jump: TargetFile<Extract<Target, { kind: 'jump' }>> = {
  modules: [],
  name: ({ chain }) => chain,
  ...silent,
}

export const goto: TargetFile<Extract<Target, { kind: 'goto' }>> = {
  modules: [],
  name: ({ chain }) => chain,
  ...silent,
}
