/**
 * SHA-224 of bytes: 28 bytes. Felix labels its rules with it; nothing is secret here.
 * Source: FIPS 180-4, 5.3.2 and 6.2.
 */
export const sha224 = (message: readonly number[]): readonly number[] =>
  digest(START_224, message).slice(0, 28)

/** SHA-256 of bytes: 32 bytes. kube-proxy names its chains with it. Source: FIPS 180-4, 5.3.3. */
export const sha256 = (message: readonly number[]): readonly number[] => digest(START_256, message)

function digest(start: readonly number[], message: readonly number[]): readonly number[] {
  let state = start
  const padded = pad(message)
  for (let at = 0; at < padded.length; at += BLOCK) {
    state = absorb(state, schedule(padded.slice(at, at + BLOCK)))
  }
  return state.flatMap(bytesOfWord)
}

/** Bytes of a block. */
const BLOCK = 64

const START_224 = [
  0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
]

const START_256 = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]

const K = [
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]

/** One bit, zeros, and the length in bits as a number of 64 bits, up to the end of a block. */
function pad(message: readonly number[]): readonly number[] {
  const zeros = (BLOCK - ((message.length + 9) % BLOCK)) % BLOCK
  const bits = message.length * 8
  const high = Math.floor(bits / 2 ** 32)
  const filling = new Array<number>(zeros).fill(0)
  return [...message, 0x80, ...filling, ...bytesOfWord(high), ...bytesOfWord(bits >>> 0)]
}

/** The 64 words that a block is drawn out to. */
function schedule(block: readonly number[]): readonly number[] {
  const words: number[] = []
  for (let at = 0; at < BLOCK; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = block.slice(at, at + 4)
    words.push(((a << 24) | (b << 16) | (c << 8) | d) >>> 0)
  }
  for (let at = 16; at < 64; at += 1) {
    const early = words[at - 15] ?? 0
    const late = words[at - 2] ?? 0
    const small = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
    const great = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
    words.push(((words[at - 16] ?? 0) + small + (words[at - 7] ?? 0) + great) >>> 0)
  }
  return words
}

function absorb(state: readonly number[], words: readonly number[]): readonly number[] {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (const [at, word] of words.entries()) {
    const great1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const first = (h + great1 + ((e & f) ^ (~e & g)) + (K[at] ?? 0) + word) >>> 0
    const great0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const second = (great0 + ((a & b) ^ (a & c) ^ (b & c))) >>> 0
    ;[h, g, f, e] = [g, f, e, (d + first) >>> 0]
    ;[d, c, b, a] = [c, b, a, (first + second) >>> 0]
  }
  return [a, b, c, d, e, f, g, h].map((word, at) => (word + (state[at] ?? 0)) >>> 0)
}

const turn = (word: number, by: number): number => ((word >>> by) | (word << (32 - by))) >>> 0

const bytesOfWord = (word: number): readonly number[] => [
  word >>> 24,
  (word >>> 16) & 255,
  (word >>> 8) & 255,
  word & 255,
]
