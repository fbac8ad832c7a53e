/** What ipset says of a number that is none, or none from 0 to `most`. Source: ipset 7.17, measured. */
export const badNumber = (text: string, most: number | bigint): string =>
  `Syntax error: '${text}' is ${/^-?\d+$/.test(text) ? `out of range 0-${most}` : 'invalid as number'}`

/** The longest timeout, in seconds. */
export const MAX_TIMEOUT = 2_147_483
