/** SHA-1 of bytes: 20 bytes. It names devices; nothing is secret here. Source: FIPS 180-4, 6.1.2. */
export function sha1(message: readonly number[]): readonly number[] {
  let state: readonly number[] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  const padded = pad(message)
  for (let at = 0; at < padded.length; at += BLOCK) {
    state = absorb(state, schedule(padded.slice(at, at + BLOCK)))
  }
  return state.flatMap(bytesOf)
}

/** Bytes of a block. */
const BLOCK = 64

function pad(message: readonly number[]): readonly number[] {
  const zeros = (BLOCK - ((message.length + 9) % BLOCK)) % BLOCK
  const bits = message.length * 8
  const filling = new Array<number>(zeros).fill(0)
  return [...message, 0x80, ...filling, ...bytesOf(Math.floor(bits / 2 ** 32)), ...bytesOf(bits)]
}

/** The 80 words that a block is drawn out to. */
function schedule(block: readonly number[]): readonly number[] {
  const words: number[] = []
  for (let at = 0; at < BLOCK; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = block.slice(at, at + 4)
    words.push(((a << 24) | (b << 16) | (c << 8) | d) >>> 0)
  }
  for (let at = 16; at < 80; at += 1) {
    const mixed = [3, 8, 14, 16].reduce((sum, back) => sum ^ (words[at - back] ?? 0), 0)
    words.push(turn(mixed, 1))
  }
  return words
}

function absorb(state: readonly number[], words: readonly number[]): readonly number[] {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state
  for (const [at, word] of words.entries()) {
    const next = (turn(a, 5) + mix(at, b, c, d) + e + word) >>> 0
    ;[e, d, c, b, a] = [d, c, turn(b, 30), a, next]
  }
  return [a, b, c, d, e].map((word, at) => (word + (state[at] ?? 0)) >>> 0)
}

/** The function and the constant of each twenty rounds. */
function mix(at: number, b: number, c: number, d: number): number {
  if (at < 20) return ((b & c) | (~b & d)) + 0x5a827999
  if (at < 40) return (b ^ c ^ d) + 0x6ed9eba1
  if (at < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
  return (b ^ c ^ d) + 0xca62c1d6
}

const turn = (word: number, by: number): number => ((word << by) | (word >>> (32 - by))) >>> 0

const bytesOf = (word: number): readonly number[] => [24, 16, 8, 0].map((by) => (word >>> by) & 255)
