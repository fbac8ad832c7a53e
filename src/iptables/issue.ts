/**
 * Why a text was refused: where, a code of ours, and the words of the real tool.
 *
 * `message` is what iptables 1.8.9 (nf_tables), its kernel or ipset 7.17 print for it, without the program's
 * name and version and without the closing hint. For the `unsupported-*` codes, which the real tool
 * would take and this program does not, it is the offending word alone.
 */
export interface IptablesIssue {
  /** 1-based, in the text that was given. */
  readonly line: number
  readonly column: number
  readonly code: IssueCode
  readonly message: string
}

export type IssueCode =
  | 'syntax'
  | 'unknown-table'
  | 'commit-missing'
  | 'no-command'
  | 'conflicting-commands'
  | 'bad-argument'
  | 'unknown-option'
  | 'missing-argument'
  | 'missing-option'
  | 'repeated-option'
  | 'conflicting-options'
  | 'not-invertible'
  | 'bad-value'
  | 'bad-address'
  | 'bad-port'
  | 'bad-protocol'
  | 'bad-interface'
  | 'bad-name'
  | 'needs-protocol'
  | 'unknown-match'
  | 'unknown-set'
  | 'other-family-set'
  | 'option-not-here'
  | 'interface-not-here'
  | 'drop-in-nat'
  | 'no-such-chain'
  | 'no-such-rule'
  | 'chain-exists'
  | 'chain-in-use'
  | 'bad-policy'
  | 'kernel-refused'
  | 'loop'
  | 'unknown-type'
  | 'already-added'
  | 'not-a-command'
  | 'other-table'
  | 'unsupported-match'
  | 'unsupported-target'
  | 'unsupported-option'
  | 'unsupported-command'
  | 'unsupported-policy'
  | 'unsupported-set'
  | 'unsupported-shell'

/** An issue whose place in the text is not known yet, or only its column. */
export interface Complaint {
  readonly code: IssueCode
  readonly message: string
  readonly column?: number
}

export const complaint = (code: IssueCode, message: string): Complaint => ({ code, message })
