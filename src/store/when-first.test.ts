import { expect, test } from 'vitest'
import { openQuietly } from './fixtures/open-quietly.ts'
import { playground } from './playground.ts'
import { whenFirst } from './when-first.ts'

test('it is kept at once where it holds already', async () => {
  openQuietly({ playing: true })
  await expect(whenFirst(({ playing }) => playing)).resolves.toBeUndefined()
})

test('else when it holds for the first time, and only then', async () => {
  openQuietly()
  let kept = 0
  const first = whenFirst(({ speed, playing }) => playing && speed === 2).then(() => {
    kept += 1
  })
  playground().setState({ playing: true })
  await Promise.resolve()
  expect(kept).toBe(0)
  playground().setState({ speed: 2 })
  await first
  playground().setState({ speed: 1 })
  playground().setState({ speed: 2 })
  await Promise.resolve()
  expect(kept).toBe(1)
})
