/** One argument of a command, and the column (1-based) where it begins. */
export interface Word {
  readonly text: string
  readonly column: number
}
