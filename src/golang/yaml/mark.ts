/** A position in YAML text as libyaml counts: everything from 0, lines also at NEL, LS and PS. */
export interface Mark {
  /** UTF-16 units from the start of the text. */
  readonly offset: number
  /** Characters (code points) from the start. */
  readonly index: number
  readonly line: number
  /** Characters from the start of the line. */
  readonly column: number
}

export const START: Mark = { offset: 0, index: 0, line: 0, column: 0 }
