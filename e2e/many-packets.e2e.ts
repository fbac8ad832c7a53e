import { allFlowsEn } from '../src/i18n/all-flows/all-flows.en.ts'
import { expect, type Playground, test } from './playground.ts'

/** Five flows, one of which is lost. */
const FIVE_FLOWS = '#scenario=cilium-ebpf-ip-masq-agent'

const mapOf = ({ map, page }: Playground) => ({
  all: page.getByRole('switch', { name: allFlowsEn.all, exact: true }),
  chips: map.locator('.flow-chip'),
  faces: map.locator('.flow-face'),
  arrived: map.locator('.flow-chip[data-arrived]'),
  legend: page.getByRole('region', { name: allFlowsEn.title }),
  trails: map.locator('.flow-trails g'),
})

async function showAll(playground: Playground) {
  await playground.open(FIVE_FLOWS)
  await expect(playground.packetOnMap).toBeVisible()
  const map = mapOf(playground)
  await map.all.click()
  await map.faces.first().waitFor()
  return map
}

test('every flow is on the map by its number, none on top of another, and the legend tells their ends', async ({
  playground,
}) => {
  const { chips, arrived, legend, trails } = await showAll(playground)
  await expect(chips).toHaveCount(5)
  await expect(trails).toHaveCount(5)
  // Motion is unwanted here: they stand where they end at once.
  await expect(arrived).toHaveCount(5)
  await expect(legend.getByRole('listitem')).toHaveCount(5)
  await expect(
    legend.getByRole('button', { name: '5: timestamp, Dropped at node-1. Show this flow alone' }),
  ).toBeVisible()
  await expect(playground.packetOnMap).toBeHidden()

  const spots = await chips.evaluateAll((all) =>
    all.map((chip) => chip.getBoundingClientRect()).map(({ x, y }) => ({ x, y })),
  )
  for (const [i, one] of spots.entries()) {
    for (const other of spots.slice(i + 1)) {
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(18)
    }
  }
})

test('the legend stands below the map; pointing at a flow there brings out its way', async ({
  playground,
}) => {
  const { legend, trails } = await showAll(playground)
  const plane = await playground.map.locator('.react-flow').boundingBox()
  const below = await legend.boundingBox()
  expect(plane === null || below === null ? null : below.y - plane.y - plane.height).toBe(0)

  await legend.getByRole('button', { name: /^3: / }).hover()
  await expect(trails.nth(2)).toHaveAttribute('data-pointed', 'true')
  await legend.getByRole('button', { name: /^4: / }).focus()
  await expect(trails.nth(3)).toHaveAttribute('data-pointed', 'true')
})

test('a flow that is chosen in the legend goes on alone', async ({ playground }) => {
  const { all, chips, legend } = await showAll(playground)
  await legend.getByRole('button', { name: /^5: timestamp/ }).press('Enter')
  await expect(all).toHaveAttribute('aria-checked', 'false')
  await expect(chips).toHaveCount(0)
  await expect(playground.outcome).toContainText('Dropped at node-1')
  await expect(playground.packetOnMap).toBeVisible()
})

test('they set out from their Pods, travel, and can be sent again', async ({ visitor }) => {
  const playground = await visitor({ reducedMotion: 'no-preference' })
  const { chips, arrived, legend } = await showAll(playground)
  const first = chips.first()
  const where = () => first.evaluate((chip) => getComputedStyle(chip).transform)
  const before = await where()
  await expect.poll(where).not.toBe(before)
  await expect(arrived).toHaveCount(5, { timeout: 20_000 })
  const end = await where()
  await legend.getByRole('button', { name: allFlowsEn.again }).click()
  await expect(arrived).not.toHaveCount(5)
  await expect(arrived).toHaveCount(5, { timeout: 20_000 })
  expect(await where()).toBe(end)
})

test('a single flow needs no switch for all', async ({ playground }) => {
  const { all } = mapOf(playground)
  await playground.open(FIVE_FLOWS)
  await expect(all).toBeVisible()
  await playground.open('#scenario=nodes-not-advertised')
  await expect(playground.packetOnMap).toBeVisible()
  await expect(all).toHaveCount(0)
})
