import { expect, type Playground, test } from './playground.ts'

const DELIVERED = 'Delivered to public-dns. Source seen: 203.0.113.7 (public address).'

const WRONG: readonly [what: string, typed: string, said: string][] = [
  ['is no address', '10.2.1.', '10.2.1. is neither an IP address nor the name of anything'],
  ['is an address with a typing error', '10.2.1.300:443', '10.2.1.300 is neither an IP address'],
  ['is empty', '', 'Type a destination: an IP address or the name of an endpoint.'],
  ['has a port out of range', '10.2.1.100:70000', '70000 is not a port'],
  ['is of a family that the Pod has no address of', '2001:db8::1', 'has no IPv6 address'],
]

for (const [what, typed, said] of WRONG) {
  test(`a destination that ${what} is explained at its field, and stays as typed`, async ({
    playground,
  }) => {
    await playground.open()
    await playground.send(typed)
    await expect(playground.flowTrouble).toContainText(said)
    await expect(playground.destination).toHaveValue(typed)
    await expect(playground.destination).toHaveAttribute('aria-invalid', 'true')
    await expect(playground.destination).toHaveAccessibleDescription(new RegExp(said.slice(-30)))
    await expect(playground.wayOut).toHaveCount(0)
    await playground.reload()
    await expect(playground.destination).toHaveValue(typed)
    await expect(playground.flowTrouble).toContainText(said)

    await playground.send('8.8.8.8:443')
    await expect(playground.flowTrouble).toBeEmpty()
    await expect(playground.outcome).toContainText(DELIVERED)
  })
}

/** Puts a line before the engine's own script: what the worker does when it hears of 6.6.6.6. */
async function sabotage({ page }: Playground, onPoison: string): Promise<void> {
  await page.route('**/assets/engine.worker*.js', async (route) => {
    const response = await route.fetch()
    const trap = `addEventListener('message', (event) => { const poisoned = JSON.stringify(event.data).includes('6.6.6.6'); ${onPoison} });\n`
    await route.fulfill({ response, body: trap + (await response.text()) })
  })
}

/** Something typed that no trouble may lose. */
async function typeANote(playground: Playground): Promise<void> {
  await playground.openEditor()
  await playground.caretAfter('192.168.0.0/16')
  await playground.page.keyboard.type(' # mine')
}

async function expectNothingLost(playground: Playground, destination: string): Promise<void> {
  await expect(playground.destination).toHaveValue(destination)
  expect(await playground.typed()).toContain('192.168.0.0/16 # mine')
}

async function expectRecovery(playground: Playground): Promise<void> {
  await playground.send('8.8.8.8:443')
  await expect(playground.outcome).toContainText(DELIVERED)
  await expect(playground.banner('What you typed is still here.')).toHaveCount(0)
  await expectNothingLost(playground, '8.8.8.8:443')
}

test('an engine that throws says so, and answers the next question', async ({ playground }) => {
  await sabotage(
    playground,
    `self.flat ??= Array.prototype.flatMap; Array.prototype.flatMap = poisoned ? () => { throw new Error('a broken promise') } : self.flat`,
  )
  await playground.open()
  await typeANote(playground)
  await playground.send('6.6.6.6')
  const banner = playground.banner('The engine failed on this input.')
  await expect(banner).toContainText('What you typed is still here. a broken promise')
  await expectNothingLost(playground, '6.6.6.6')
  await expectRecovery(playground)
})

/** A worker that takes the place of another asks for its script again. */
const RESTART = /after the page was loaded: .*\/assets\/[\w.-]+\.js$/

test.describe('an engine that never answers', () => {
  test.use({ tolerated: RESTART })

  test('is restarted by the watchdog, which says so', async ({ playground }) => {
    await sabotage(playground, 'while (poisoned);')
    await playground.open()
    await typeANote(playground)
    await playground.send('6.6.6.6')
    const banner = playground.banner('The engine gave no answer for 3 seconds and was restarted.')
    await expect(banner).toContainText('What you typed is still here.')
    await expectNothingLost(playground, '6.6.6.6')
    await expectRecovery(playground)
  })
})

test('an engine that comes over a slow network is waited for, and nobody is blamed', async ({
  playground,
}) => {
  const { page } = playground
  await page.route('**/assets/engine.worker*.js', async (route) => {
    const response = await route.fetch()
    await new Promise((resolve) => setTimeout(resolve, 4000))
    await route.fulfill({ response })
  })
  await page.goto('./')
  await expect(playground.outcome).toContainText('Dropped at on-prem-firewall')
  await expect(playground.banner('The engine')).toHaveCount(0)
  await playground.settled()
})

test.describe('a worker that dies', () => {
  test.use({ tolerated: new RegExp(`${RESTART.source}|a sudden death`) })

  test('is replaced with the next change', async ({ playground }) => {
    await sabotage(
      playground,
      `if (poisoned) { event.stopImmediatePropagation(); throw new Error('a sudden death') }`,
    )
    await playground.open()
    await typeANote(playground)
    await playground.send('6.6.6.6')
    await expect(playground.banner('The engine stopped')).toContainText(
      'starts again with the next change. What you typed is still here.',
    )
    await expectNothingLost(playground, '6.6.6.6')
    await expectRecovery(playground)
  })
})

test.describe('a worker that cannot be loaded', () => {
  test.use({ tolerated: /console error: Failed to load resource: .*engine\.worker/ })

  test('is a clear sentence; the page can be used and the next try succeeds', async ({
    playground,
  }) => {
    const { page } = playground
    await page.route('**/assets/engine.worker*.js', (route) => route.fulfill({ status: 404 }))
    await page.goto('./')
    const banner = playground.banner('The engine stopped')
    await expect(banner).toBeVisible()
    await expect(playground.outcome).toHaveText('The packet cannot be sent.')
    await playground.send('8.8.8.8:443')
    await expect(banner).toBeVisible()
    await typeANote(playground)
    await expectNothingLost(playground, '8.8.8.8:443')

    await page.unroute('**/assets/engine.worker*.js')
    await expect(async () => {
      await banner.getByRole('button', { name: 'Try again' }).click({ timeout: 500 })
      await expect(playground.outcome).toContainText(DELIVERED, { timeout: 1000 })
    }).toPass()
    await expect(banner).toHaveCount(0)
    await expectNothingLost(playground, '8.8.8.8:443')
    await playground.settled()
  })
})
