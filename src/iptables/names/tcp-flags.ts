/** Bits of the flags byte of a TCP header by the names that `--tcp-flags` knows, lowest first. */
const FLAGS: readonly (readonly [string, number])[] = [
  ['FIN', 0x01],
  ['SYN', 0x02],
  ['RST', 0x04],
  ['PSH', 0x08],
  ['ACK', 0x10],
  ['URG', 0x20],
]

const BY_NAME = new Map([...FLAGS, ['ALL', 0x3f] as const, ['NONE', 0] as const])

/** The bits of a list such as `SYN,ACK`, or the name in it that is none. */
export function tcpFlags(list: string): number | { readonly unknown: string } {
  let bits = 0
  for (const name of list.split(',')) {
    if (name === '') continue
    const bit = BY_NAME.get(name.toUpperCase())
    if (bit === undefined) return { unknown: name }
    bits |= bit
  }
  return bits
}

export function formatTcpFlags(bits: number): string {
  const names = FLAGS.filter(([, bit]) => (bits & bit) !== 0).map(([name]) => name)
  return names.length === 0 ? 'NONE' : names.join(',')
}
