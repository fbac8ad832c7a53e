import type { Family } from '../../net/address.ts'
import { type Complaint, complaint } from '../issue.ts'
import { isForeignTarget } from '../names/extensions.ts'
import { targetModule } from '../target-modules.ts'
import { SPACE } from '../words/c-number.ts'
import { byteLength } from '../words/utf8.ts'

export const MAX_NAME = 28

/** What is wrong with the name after `-N`. Source: assert_valid_chain_name of iptables 1.8.9. */
export const badChainName = (name: string, family: Family): Complaint | null =>
  badName(name, isStandard(name) || isTargetName(name, family))

/**
 * What is wrong with the name after `:`. There no extension is loaded to ask for its name, so that
 * only the standard targets are in the way. Source: iptables-restore 1.8.9, measured.
 */
export const badDeclaredName = (name: string): Complaint | null => badName(name, isStandard(name))

function badName(name: string, clashes: boolean): Complaint | null {
  if (byteLength(name) > MAX_NAME) return longChainName(name)
  if (name.startsWith('-') || name.startsWith('!')) {
    return complaint('bad-name', `chain name not allowed to start with \`${name[0]}'`)
  }
  if (clashes) return complaint('bad-name', 'chain name may not clash with target name')
  return SPACE.test(name) ? complaint('bad-name', `Invalid chain name \`${name}'`) : null
}

export const longChainName = (name: string): Complaint =>
  complaint('bad-name', `chain name \`${name}' too long (must be under ${MAX_NAME + 1} chars)`)

/** What is wrong with the word after `-j` or `-g`. Source: xt_parse_target of iptables 1.8.9. */
export function badTargetName(name: string): Complaint | null {
  if (name === '') return complaint('bad-name', 'Invalid target name (too short)')
  if (byteLength(name) > MAX_NAME) {
    return complaint('bad-name', `Invalid target name \`${name}' (${MAX_NAME} chars max)`)
  }
  return SPACE.test(name) ? complaint('bad-name', `Invalid target name \`${name}'`) : null
}

const isStandard = (name: string): boolean =>
  ['', 'ACCEPT', 'DROP', 'QUEUE', 'RETURN'].includes(name)

const isTargetName = (name: string, family: Family): boolean =>
  targetModule(name) !== null || isForeignTarget(name, family)
