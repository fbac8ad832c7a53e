import AxeBuilder from '@axe-core/playwright'
import { DRAWING, OPENING, PLAYING, type Place } from './places.ts'
import { expect, type Playground, test } from './playground.ts'
import { ENGLISH, JAPANESE, KOREAN, type Tongue } from './tongues.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Scheme = 'light' | 'dark'

/** What axe finds on the screen as it is, in words. */
async function violations({ page }: Playground, within = 'html'): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .include(within)
    .withTags(RULES)
    .setLegacyMode()
    .analyze()
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} ${target} ${failureSummary}`),
  )
}

/** The same page in the other light: there only colours differ. */
async function contrast({ page }: Playground, other: Scheme, own: Scheme) {
  await page.emulateMedia({ colorScheme: other, reducedMotion: 'reduce' })
  const axe = new AxeBuilder({ page }).withRules(['color-contrast']).setLegacyMode()
  const { violations: found } = await axe.analyze()
  await page.emulateMedia({ colorScheme: own, reducedMotion: 'reduce' })
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}, ${other}: ${target} ${failureSummary}`),
  )
}

const WALKS: readonly (readonly [string, readonly Place[]])[] = [
  ['playing', PLAYING],
  ['opening all that opens', OPENING],
  ['drawing', DRAWING],
]

/** Each language once; in English, in which the others’ colours are the same, in both lights. */
const READERS: readonly (readonly [Tongue, Scheme, Scheme | null])[] = [
  [ENGLISH, 'light', 'dark'],
  [KOREAN, 'dark', null],
  [JAPANESE, 'light', null],
]

for (const [words, scheme, other] of READERS) {
  for (const [what, places] of WALKS) {
    test(`${what}: nothing stands in anybody’s way, ${words.locale}, ${scheme}`, async ({
      visitor,
    }) => {
      test.slow()
      const playground = await visitor(
        { locale: words.locale, colorScheme: scheme, reducedMotion: 'reduce' },
        words.messages,
      )
      await playground.open()
      const found: Record<string, readonly string[]> = {}
      for (const { name, go, within } of places) {
        await go({ playground, words })
        const here = [
          ...(await violations(playground, within)),
          ...(other === null ? [] : await contrast(playground, other, scheme)),
        ]
        if (here.length > 0) found[name] = here
      }
      expect(found).toEqual({})
    })
  }
}
