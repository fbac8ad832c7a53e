import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../playground.ts'
import { lettersOf } from './letters.ts'
import { photographed } from './photographed.ts'
import { cellsOf, cellsThatDiffer } from './picture.ts'
import { SCENES, SCREENS, THEMES } from './scenes.ts'

/**
 * The page as it looks, at three moments, in both themes, on a desk and in a hand. Each picture is put
 * whole into reports/look, to be looked at, and held against its reference. After a change that was
 * meant: `npm run look -- --update-snapshots`, look at what has changed, and commit the references and
 * the README's pictures, which are made with them.
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
        if (['all', 'changed'].includes(config.updateSnapshots)) {
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
