import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { en } from '../src/i18n/en.ts'
import { evaluate } from '../src/scenario/evaluate.ts'
import { readScenario } from '../src/scenario/read-scenario.ts'
import { expect, test } from './playground.ts'

const folder = join(import.meta.dirname, '../src/scenario/builtin')
const { builtins } = en.ui.panels.controls

/** What becomes of the packet that the file sends, by the engine in this process. */
async function outcomeOf(name: string) {
  const read = readScenario(readFileSync(join(folder, `${name}.yaml`), 'utf8'))
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.error)}`)
  const { trace } = await evaluate(read.value)
  if (trace === null) throw new Error(`${name} sends nothing`)
  return trace.outcome
}

test('every built-in scenario opens, and the page says of its packet what its file comes to', async ({
  visitor,
}) => {
  test.slow()
  const playground = await visitor({ reducedMotion: 'reduce' })
  await playground.open()
  const names = Object.keys(builtins) as (keyof typeof builtins)[]
  expect(names.length).toBeGreaterThan(40)
  for (const name of names) {
    const { kind, source } = await outcomeOf(name)
    await playground.chooseScenario(name)
    const said = playground.page.locator('.summary').first()
    await expect.soft(said, name).toHaveAttribute('data-outcome', kind)
    if (source !== null) await expect.soft(said, name).toHaveAttribute('data-source', source)
    await expect.soft(playground.scenario, name).toHaveValue(name)
  }
})
