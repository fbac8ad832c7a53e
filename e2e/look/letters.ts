import type { Page } from '@playwright/test'
import type { Language } from '../../src/i18n/language.ts'

/**
 * What a line of text is as wide and as high as on this machine. The page brings its own Latin letters;
 * arrows and marks, Korean and Japanese come from the machine, and where those are others, every line
 * after them stands elsewhere: such pictures cannot be held against each other.
 */
export async function lettersOf(page: Page, language: Language): Promise<string> {
  const samples = [...EVERYWHERE, ...(OF[language] ?? [])]
  const measured = await page.evaluate(measure, samples)
  return measured.map((sizes, i) => `${samples[i]}: ${sizes.join(' ')}\n`).join('')
}

const EVERYWHERE = ['Source 100.65.0.50', '→⇄✕✓●◌–▾↩']
const OF: Partial<Record<Language, readonly string[]>> = {
  ko: ['출발지가 노드로 바뀝니다'],
  ja: ['送信元はノードになります'],
}

/** Runs in the page. Whole units of a hundredth of the letters' size: hinting counts for less. */
function measure(samples: readonly string[]): readonly (readonly number[])[] {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) throw new Error('no canvas to measure on')
  context.font = `100px ${getComputedStyle(document.body).fontFamily}`
  return samples.map((sample) => {
    const { width, actualBoundingBoxAscent, actualBoundingBoxDescent } = context.measureText(sample)
    return [width, actualBoundingBoxAscent, actualBoundingBoxDescent].map(Math.round)
  })
}
