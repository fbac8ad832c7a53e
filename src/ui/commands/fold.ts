/** One letter as it is compared, and whether one may jump to it: a word, or a syllable, begins with it. */
export interface Letter {
  readonly letter: string
  readonly begins: boolean
}

/**
 * Text as letters that can be compared: without case, width or accents. A Korean syllable falls into
 * its sounds, so that half a syllable finds it while it is being typed, and its first sounds alone as
 * well (ㅂㅎㅂ: 방화벽). Katakana is compared as hiragana.
 */
export function fold(text: string): readonly Letter[] {
  const letters: Letter[] = []
  let before = ''
  for (const sign of text.normalize('NFKC')) {
    const begins = startsWord(before, sign)
    for (const [i, letter] of soundsOf(sign).entries()) {
      letters.push({ letter, begins: begins && i === 0 })
    }
    before = sign
  }
  return letters
}

const CJK = /[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]/
const PART = /[\p{L}\p{N}]/u

/** After a space or a sign; at a hump; and every sign of a script that leaves no spaces. */
function startsWord(before: string, sign: string): boolean {
  if (!PART.test(sign)) return false
  if (before === '' || !PART.test(before) || CJK.test(sign)) return true
  return /\p{Lu}/u.test(sign) && /\p{Ll}/u.test(before)
}

function soundsOf(sign: string): readonly string[] {
  const whole = sign.toLowerCase()
  const kana = whole.replace(/[\u30a1-\u30f6]/g, (each) =>
    String.fromCharCode(each.charCodeAt(0) - 0x60),
  )
  if (!/[\u1100-\u11ff\uac00-\ud7a3]/.test(kana)) {
    return /[a-z\u00c0-\u024f]/.test(kana)
      ? [...kana.normalize('NFD').replace(/\p{M}/gu, '')]
      : [...kana]
  }
  return [...kana.normalize('NFD')].flatMap(asFirstSound)
}

/** The final sounds of a syllable in their order, by the first sounds that they are written with. */
const FINALS =
  'ᄀ ᄁ ᄀᄉ ᄂ ᄂᄌ ᄂᄒ ᄃ ᄅ ᄅᄀ ᄅᄆ ᄅᄇ ᄅᄉ ᄅᄐ ᄅᄑ ᄅᄒ ᄆ ᄇ ᄇᄉ ᄉ ᄊ ᄋ ᄌ ᄎ ᄏ ᄐ ᄑ ᄒ'.split(
    ' ',
  )

/** While one types, what will begin the next syllable still ends the one before: both count as the same. */
function asFirstSound(sound: string): readonly string[] {
  const final = FINALS[sound.charCodeAt(0) - 0x11a8]
  return final === undefined ? [sound] : [...final]
}
