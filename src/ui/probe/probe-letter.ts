/** What a probe is called on the map and at its terminal: `A`, … `Z`, `A2`: hops have the numbers. */
export const probeLetter = (index: number): string =>
  `${String.fromCharCode(65 + (index % 26))}${index < 26 ? '' : Math.floor(index / 26) + 1}`
