import { type Hole, joined, type Part, partsOf, partText, type Sentence } from './sentence.ts'
import { type FillTemplate, templateParts } from './template.ts'

/**
 * Korean particles whose form hangs on the final sound of the word before them. Written in the
 * dictionary's own way: `은(는)` after a consonant 은, after a vowel 는.
 */
export type Particle = '은(는)' | '이(가)' | '을(를)' | '과(와)' | '(으)로'

/** `say` for Korean: a particle in dictionary notation right after a hole takes its right form. */
export function ko(texts: TemplateStringsArray, ...holes: readonly Hole[]): Sentence {
  const parts: Part[] = []
  texts.forEach((text, i) => {
    const before = parts.at(-1)
    parts.push(before === undefined ? text : withParticle(partText(before), text))
    parts.push(...partsOf(holes[i]))
  })
  return joined(parts)
}

/** A dataplane's Korean words: a particle right after code or a parameter takes its right form. */
export const fillKorean: FillTemplate = (text, params = {}) => {
  const parts = templateParts(text, params)
  return joined(
    parts.map((part, i) => {
      const before = parts[i - 1]
      return typeof part === 'string' && before !== undefined
        ? withParticle(partText(before), part)
        : part
    }),
  )
}

/** The particle that fits the word; its dictionary notation where the sound cannot be known. */
export function josa(word: string, particle: Particle): string {
  const sound = finalSound(word)
  if (sound === null) return particle
  const [withConsonant, withVowel] = FORMS[particle]
  if (particle === '(으)로') return sound === 'other' ? withConsonant : withVowel
  return sound === 'none' ? withVowel : withConsonant
}

const FORMS: Readonly<Record<Particle, readonly [string, string]>> = {
  '은(는)': ['은', '는'],
  '이(가)': ['이', '가'],
  '을(를)': ['을', '를'],
  '과(와)': ['과', '와'],
  '(으)로': ['으로', '로'],
}
const PARTICLES = Object.keys(FORMS) as readonly Particle[]

function withParticle(word: string, text: string): string {
  const particle = PARTICLES.find((candidate) => text.startsWith(candidate))
  return particle === undefined ? text : josa(word, particle) + text.slice(particle.length)
}

/** `rieul` matters to (으)로 alone, which takes 로 after it. */
type FinalSound = 'none' | 'rieul' | 'other'

function finalSound(word: string): FinalSound | null {
  const last = word.replace(/[\s"'`)\]’”]+$/, '').at(-1)
  if (last === undefined) return null
  if (last === '%') return 'none' // 퍼센트
  if (/\d/.test(last)) return DIGITS[Number(last)] ?? null
  if (last >= '가' && last <= '힣') return hangulSound(last)
  if (word.includes(':')) return 'none' // the hexadecimal letters of IPv6: 에이 to 에프
  return /[a-z]/i.test(last) ? latinSound(word) : null
}

/** 영 일 이 삼 사 오 육 칠 팔 구; a number that ends in 0 ends in 십, 백, 천 or 만: a consonant too. */
const DIGITS: readonly FinalSound[] = [
  'other',
  'rieul',
  'none',
  'other',
  'none',
  'none',
  'other',
  'rieul',
  'rieul',
  'none',
]

function hangulSound(syllable: string): FinalSound {
  const final = ((syllable.codePointAt(0) ?? 0) - 0xac00) % 28
  if (final === 0) return 'none'
  return final === 8 ? 'rieul' : 'other'
}

/** Names as they are read in Korean: a rule of thumb, right for the words of this field. */
function latinSound(word: string): FinalSound {
  const letters = /[a-z]+$/i.exec(word)?.[0] ?? ''
  const spelled = letters.length === 1 || !/[aeiouy]/i.test(letters)
  if (spelled && /r$/i.test(letters)) return 'rieul' // 알
  if (/(l|le)$/i.test(letters)) return 'rieul' // 엘, pool 풀, table 테이블
  if (/([mn]|ng|[aeiou][mn]e)$/i.test(letters)) return 'other' // 엠, onprem, RETURN 리턴, POSTROUTING
  if (!spelled && /(ck|[aeiou][bp]|et)$/i.test(letters)) return 'other' // conntrack, map, subnet
  return 'none'
}
