import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { en } from '../../src/i18n/en.ts'
import { test } from '../playground.ts'
import { photographed } from './photographed.ts'
import { THEMES } from './scenes.ts'

/** The moment of the rewrite, as the README shows it. */
const REWRITE = '#scenario=private-endpoint-to-be&hop=2&tab=chain&lang=en'

for (const theme of THEMES) {
  test(`the README’s picture, ${theme}`, async ({ visitor }, { config }) => {
    const updating = ['all', 'changed'].includes(config.updateSnapshots)
    test.skip(!updating, 'made anew only with the references: npm run look -- --update-snapshots')
    const playground = await visitor({ reducedMotion: 'reduce' })
    await playground.open(`${REWRITE}&theme=${theme}`)
    const picture = await photographed(playground, en.ui.loading)
    writeFileSync(join(import.meta.dirname, '..', '..', '.github', `play-${theme}.png`), picture)
  })
}
