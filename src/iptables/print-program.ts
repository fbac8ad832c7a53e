import type { EgressProgram, ProgramRule, ProgramTarget } from '../engine/program.ts'
import { formatAddress } from '../net/address.ts'
import { printRule } from './print-save.ts'

/**
 * A program's rules in the manner of iptables-save. No tool prints them so: a program is machine code,
 * and this is what can be read of it.
 */
export const printProgram = ({ chains }: EgressProgram): string =>
  chains
    .flatMap(({ name, rules }) =>
      rules.map((rule) => `-A ${quoted(name)}${printProgramRule(rule)}`),
    )
    .map((line) => `${line}\n`)
    .join('')

/** A rule behind `-A CHAIN`, with a space before each part. */
export const printProgramRule = (rule: ProgramRule): string =>
  `${programConditions(rule)} -j ${programTarget(rule.target)}`

export const programConditions = ({ base, matches, reply }: ProgramRule): string =>
  `${printRule({ base, matches, target: null })}${reply ? ' -m ct --reply' : ''}`

export const programTarget = (target: ProgramTarget): string =>
  `${targetName(target)}${targetOptions(target)}`

export function targetName(target: ProgramTarget): string {
  return target.kind === 'call' ? quoted(target.chain) : NAMES[target.kind]
}

const NAMES = { keep: 'KEEP', return: 'RETURN', snat: 'SNAT', gateway: 'GATEWAY', drop: 'DROP' }

export function targetOptions(target: ProgramTarget): string {
  switch (target.kind) {
    case 'snat':
      return ` --to-source ${formatAddress(target.to)} --ports ${target.ports.lo}-${target.ports.hi}`
    case 'gateway':
      return ` --node ${target.node} --via ${target.device}`
    case 'drop':
      return ` --reason "${target.text}"`
    default:
      return ''
  }
}

const quoted = (name: string): string => (name.includes(' ') ? `"${name}"` : name)
