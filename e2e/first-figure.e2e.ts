import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NO_SCRIPT } from '../src/i18n/no-script.ts'
import { readScenario } from '../src/scenario/read-scenario.ts'
import { holdBack } from './hold-back.ts'
import { expect, type Playground, test } from './playground.ts'

const builtins = join(import.meta.dirname, '..', 'src', 'scenario', 'builtin')
const MOTION = { reducedMotion: 'no-preference' } as const

const figure = ({ page }: Playground) => page.locator('.first-figure')
const sign = ({ page }: Playground) => page.locator('.top-bar .mark')

/** What the opening scenario is about: the Pod's address, and its node's. */
function openingAddresses(): readonly [pod: string, node: string] {
  const read = readScenario(readFileSync(join(builtins, 'private-endpoint-as-is.yaml'), 'utf8'))
  const { pods, nodes } = read.ok ? read.value.document : { pods: [], nodes: [] }
  return [String(pods[0]?.addresses[0]), String(nodes[0]?.address)]
}

test('without a script the page says in every language that it needs one, and shows its question', async ({
  visitor,
}) => {
  const playground = await visitor({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
  })
  await playground.page.goto('./')
  for (const [language, words] of Object.entries(NO_SCRIPT)) {
    const said = playground.page.locator(`.no-script[lang="${language}"]`)
    await expect(said).toHaveText(words)
    await expect(said).toBeInViewport({ ratio: 1 })
  }
  for (const address of openingAddresses()) {
    await expect(figure(playground).getByText(address, { exact: true })).toBeInViewport({
      ratio: 1,
    })
  }
})

test('the question stands before any script has come, and makes room for the map', async ({
  visitor,
}) => {
  const playground = await visitor()
  const { page } = playground
  const release = await holdBack(page, '**/assets/first-view-*.js')
  await page.goto('./', { waitUntil: 'commit' })
  await expect(figure(playground)).toBeVisible()
  const drawing = async () => (await sign(playground).innerHTML()).replaceAll(/\s*\n\s*/g, '')
  const [before, drawn] = [await sign(playground).boundingBox(), await drawing()]
  release()
  await expect(playground.map.getByText('pod-a')).toBeVisible()
  await expect(figure(playground)).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await sign(playground).boundingBox()).toEqual(before)
  expect(await drawing()).toBe(drawn)
  await playground.settled()
})

test('while the first packet travels nothing is fetched that it does not need; then all is', async ({
  visitor,
}) => {
  const playground = await visitor(MOTION)
  const fetched: string[] = []
  playground.page.on('request', (request) => fetched.push(request.url()))
  await playground.openMoving()
  await expect(playground.root).toHaveAttribute('data-hop', '3')
  await expect(playground.button('pause')).toBeVisible()
  const meanwhile = fetched.length
  await expect(playground.button('replay')).toBeVisible({ timeout: 30_000 })
  await playground.settled()
  expect(meanwhile).toBeLessThan(fetched.length / 3)
})

test('who presses a key does not have to wait for that', async ({ visitor }) => {
  const playground = await visitor(MOTION)
  await playground.openMoving()
  await playground.page.keyboard.press('Shift')
  await playground.settled()
  await expect(playground.button('pause')).toBeVisible()
})
