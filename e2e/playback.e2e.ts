import { SCENES } from './look/scenes.ts'
import { expect, type Playground, test } from './playground.ts'

const MOTION = { reducedMotion: 'no-preference' } as const

/** The hop on show, counted from 1. */
const hopOf = async ({ root }: Playground): Promise<number> =>
  Number(await root.getAttribute('data-hop'))

test('the first visit plays one packet by itself, then stops and says what to try', async ({
  visitor,
}) => {
  const playground = await visitor(MOTION)
  await playground.page.goto('./')
  await expect(playground.button('pause')).toBeVisible({ timeout: 2000 })
  await expect(playground.notNow).toHaveCount(0)
  await expect.poll(() => hopOf(playground), { timeout: 5000 }).toBeGreaterThan(1)
  await expect(playground.notNow).toBeVisible({ timeout: 20_000 })
  await expect(playground.button('replay')).toBeVisible()
  await expect(playground.hop('on-prem-firewall · firewall')).toHaveAttribute(
    'aria-current',
    'step',
  )
  await playground.invitation.getByRole('button').click()
  await playground.page.getByRole('button', { name: 'Apply fix 1' }).click()
  await expect(playground.switch('configMap')).toBeChecked()
  await expect(playground.outcome).toContainText('Source seen: 10.1.1.10 (node).')
  await expect(playground.button('pause')).toBeVisible()
})

test('a second visit does not play by itself', async ({ visitor }) => {
  const playground = await visitor(MOTION)
  await playground.openMoving()
  await playground.button('pause').click()
  await playground.send('8.8.8.8')
  await playground.button('pause').click()
  await playground.reload()
  await expect(playground.destination).toHaveValue('8.8.8.8')
  const hop = await hopOf(playground)
  await playground.page.waitForTimeout(1500)
  await expect(playground.button('pause')).toHaveCount(0)
  expect(await hopOf(playground)).toBe(hop)
})

test('play and pause, and the place stays where it was stopped', async ({ visitor }) => {
  const playground = await visitor(MOTION)
  await playground.openMoving()
  await expect.poll(() => hopOf(playground)).toBeGreaterThanOrEqual(2)
  await playground.button('pause').click()
  const [hop, step] = [await hopOf(playground), await playground.root.getAttribute('data-step')]
  await playground.page.waitForTimeout(1000)
  await expect(playground.root).toHaveAttribute('data-hop', String(hop))
  await expect(playground.root).toHaveAttribute('data-step', step ?? '')
  await playground.button('play').click()
  await expect.poll(() => hopOf(playground)).toBeGreaterThan(hop)
})

test('steps go forward and back, to either end, and the scrubber to anywhere', async ({
  visitor,
}) => {
  const playground = await visitor(MOTION)
  await playground.openMoving()
  await playground.button('first').click()
  await expect(playground.button('play')).toBeVisible()
  await expect(playground.root).toHaveAttribute('data-hop', '1')
  for (const hop of ['2', '3', '4']) {
    await playground.button('forward').click()
    await expect(playground.root).toHaveAttribute('data-hop', hop)
  }
  await playground.button('back').click()
  await expect(playground.root).toHaveAttribute('data-hop', '3')
  await playground.scrubber.fill('4')
  await expect(playground.hop('interconnect · attachment')).toHaveAttribute('aria-current', 'step')
  await playground.button('last').click()
  await expect(playground.root).toHaveAttribute('data-hop', '6')
  await playground.twin.getByRole('button', { name: 'pod-a · send' }).click()
  await expect(playground.scrubber).toHaveValue('0')
})

test('at four times the speed the same journey takes a quarter of the time', async ({
  visitor,
}) => {
  const playground = await visitor(MOTION)
  await playground.openMoving()
  const played = async (speed: string): Promise<number> => {
    await playground.speed.selectOption(speed)
    await playground.button('first').click()
    const start = performance.now()
    await playground.button('play').click()
    await expect(playground.button('replay')).toBeVisible({ timeout: 20_000 })
    return performance.now() - start
  }
  const fast = await played('4')
  const normal = await played('1')
  expect(normal / fast).toBeGreaterThan(2)
  expect(normal / fast).toBeLessThan(6)
})

test('where motion is unwanted nothing plays: the steps are instant and numbered', async ({
  playground,
}) => {
  await playground.open()
  await expect(playground.notNow).toBeVisible()
  await expect(playground.button('replay')).toBeVisible()
  await expect(playground.root).toHaveAttribute('data-hop', '6')
  await playground.switch('configMap').click()
  await expect(playground.outcome).toContainText('Source seen: 10.1.1.10 (node).')
  await expect(playground.root).toHaveAttribute('data-hop', '12')
  await playground.button('first').click()
  await playground.button('forward').click()
  const running = await playground.page.evaluate(() => document.getAnimations().length)
  expect(running).toBe(0)
  await expect(playground.scrubber).toHaveAttribute(
    'aria-valuetext',
    'Step 2 of 12: node-1 · routing',
  )
})

test('a link that stands at a step opens with the row of that step in view', async ({
  visitor,
}) => {
  const playground = await visitor({ viewport: { width: 1440, height: 900 } })
  const link = SCENES.find(({ name }) => name === 'rewritten-twice')?.link
  await playground.open(link)
  await expect(playground.root).toHaveAttribute('data-hop', '5')
  const row = playground.twin.locator('[aria-current="step"]').last()
  await expect(row).toContainText('cloud-nat · Cloud NAT')
  await expect(row).toBeInViewport({ ratio: 1 })
})
