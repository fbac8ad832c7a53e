/** Prints a line of a benchmark: the median of its rounds [lowest – highest]. */
export function spreadLine(title: string, values: readonly number[], unit: string): void {
  const sorted = values.toSorted((a, b) => a - b)
  const [least, middle, most] = [
    sorted[0],
    sorted[Math.floor(sorted.length / 2)],
    sorted.at(-1),
  ].map((value = Number.NaN) => value.toFixed(2))
  console.log(`${title.padEnd(52)}${middle} ${unit} [${least} – ${most}]`)
}
