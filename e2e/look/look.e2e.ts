import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Playground, test } from '../playground.ts'
import { lettersOf } from './letters.ts'
import { cellsOf, cellsThatDiffer } from './picture.ts'
import { SCENES, SCREENS, THEMES } from './scenes.ts'

/**
 * The page as it looks, at three moments, in both themes, on a desk and in a hand. Each picture is put
 * whole into reports/look, to be looked at, and held against its reference. After a change that was
 * meant: `npm run look -- --update-snapshots`, look at what has changed, and commit the references.
 */
const PICTURES = join(import.meta.dirname, '..', '..', 'reports', 'look')
const REFERENCES = join(import.meta.dirname, 'references')

/** Of 255, in the mean of a cell and its neighbours. */
const TOLERANCE = 14
/** So many cells may differ: fewer than a word that moves, more than another browser's way to draw letters. */
const CELLS_THAT_MAY_DIFFER = 12

for (const { name, link, words } of SCENES) {
  for (const theme of THEMES) {
    for (const viewport of SCREENS) {
      const title = `${name}-${theme}-${viewport.width}`
      test(`the look of ${title}`, async ({ visitor }, { config }) => {
        const playground = await visitor({ viewport, reducedMotion: 'reduce' }, words)
        await playground.open(`${link}&theme=${theme}`)
        const picture = await photographed(playground, words.ui.loading)
        mkdirSync(PICTURES, { recursive: true })
        writeFileSync(join(PICTURES, `${title}.png`), picture)

        const letters = await lettersOf(playground.page, words.language)
        const { page } = await visitor()
        const cells = await cellsOf(page, picture)
        const reference = join(REFERENCES, `${title}.png`)
        const lettersThen = join(REFERENCES, `letters-${words.language}.txt`)
        if (config.updateSnapshots === 'all' || config.updateSnapshots === 'changed') {
          mkdirSync(REFERENCES, { recursive: true })
          writeFileSync(reference, cells)
          writeFileSync(lettersThen, letters)
        }
        expect(existsSync(reference), 'there is a reference').toBe(true)
        const same = letters === readFileSync(lettersThen, 'utf8')
        test.skip(!same, 'this machine’s letters are not those of the reference')
        const differ = await cellsThatDiffer(page, cells, readFileSync(reference), TOLERANCE)
        console.log(`${title}: ${differ} cells differ`)
        expect(differ, 'of the same size').not.toBeNull()
        expect(differ).toBeLessThanOrEqual(CELLS_THAT_MAY_DIFFER)
      })
    }
  }
}

/** Once nothing is on its way any more: fonts, chunks, answers; two pictures in a row are then the same. */
async function photographed({ page, packetOnMap }: Playground, loading: string): Promise<Buffer> {
  await expect(packetOnMap).toBeVisible()
  await expect(page.locator('.all-flows')).toBeVisible()
  await expect(page.getByText(loading)).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
  const take = () => page.screenshot({ animations: 'disabled', caret: 'hide' })
  let picture = await take()
  await expect(async () => {
    const before = picture
    picture = await take()
    expect(picture.equals(before), 'the page stands still').toBe(true)
  }).toPass({ timeout: 20_000 })
  return picture
}
