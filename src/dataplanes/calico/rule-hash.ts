import { sha224 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The labels that Felix puts into the comments of a chain's rules. Each takes in the one before it,
 * so that a rule's place in the chain counts. `texts`: the rules as Felix would append them, with the
 * word `HASH` for the comment. `seed`: the chain, or for rules that Felix adds to the end of a
 * built-in chain, its name with `*appends*` behind it.
 * Source: projectcalico/calico v3.32.1, felix/generictables/rules.go, RuleHashes; felix/iptables/table.go.
 */
export function ruleHashes(seed: string, texts: readonly string[]): readonly string[] {
  let hash = sha224(utf8ToBytes(seed))
  return texts.map((text) => {
    hash = sha224(concatBytes(hash, utf8ToBytes(text)))
    return base64Url(hash.slice(0, LABEL_BYTES))
  })
}

/** 16 characters of base64. */
const LABEL_BYTES = 12

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function base64Url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const group = (a << 16) | (b << 8) | c
    for (const shift of [18, 12, 6, 0]) text += ALPHABET[(group >>> shift) & 63] ?? ''
  }
  return text
}
