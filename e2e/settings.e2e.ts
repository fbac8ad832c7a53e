import AxeBuilder from '@axe-core/playwright'
import { ko } from '../src/i18n/ko.ts'
import { expect, type Playground, test } from './playground.ts'

const KEPT = 'Source seen: 172.16.228.82 (Pod).'
const POOL = `apiVersion: projectcalico.org/v3
kind: IPPool
metadata:
  name: mine
spec:
  cidr: 100.65.0.0/16
  # asked for by the network team
  natOutgoing: true # do not touch
`

/** Chooses a dataplane from the list of all. */
async function choose({ page }: Playground, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: from, exact: true }).click()
  await page.getByRole('button', { name: new RegExp(`^${to}`) }).click()
  await expect(page.getByRole('button', { name: to, exact: true })).toBeVisible()
}

const settings = ({ panel }: Playground) => panel.getByRole('group').filter({ hasText: 'Settings' })

test('Calico is chosen; without natOutgoing the Pod keeps its address', async ({ playground }) => {
  await playground.open()
  await choose(playground, 'GKE Standard', 'Calico')
  await expect(playground.outcome).toContainText('Source seen: 10.1.1.10 (node).')
  await playground.openManifests()
  const before = await playground.typed()
  expect(before).toContain('kind: IPPool')
  const bar = playground.page.getByRole('group', { name: 'Cluster settings' })
  await bar.getByRole('switch', { name: 'NAT for outgoing packets' }).click()
  await expect(playground.outcome).toContainText('Source seen: 100.65.0.50 (Pod).')
  await expect
    .poll(() => playground.typed())
    .toBe(before.replace('natOutgoing: true', 'natOutgoing: false'))

  await choose(playground, 'Calico', 'GKE Standard')
  await expect(playground.switch('defaultSnat')).toBeVisible()
  await choose(playground, 'GKE Standard', 'Calico')
  await expect(playground.outcome).toContainText('Source seen: 100.65.0.50 (Pod).')
})

test('a setting is changed in its line, comments stay, and what is typed changes the setting', async ({
  playground,
}) => {
  await playground.open('#scenario=calico-nat-outgoing')
  await playground.openManifests()
  await playground.paste(POOL)
  const nat = settings(playground).getByRole('switch', { name: 'NAT for outgoing packets' })
  await expect(nat).toBeChecked()
  await nat.click()
  await expect(nat).not.toBeChecked()
  await expect.poll(() => playground.typed()).toBe(POOL.replace('true #', 'false #'))

  await playground.paste(POOL)
  await expect(nat).toBeChecked()
  const place = settings(playground).getByRole('button', { name: /show line 8/ })
  await playground.manifests.hover()
  await place.hover()
  await expect(playground.page.locator('.cm-pointed')).toContainText('natOutgoing: true')
  await place.click()
  await expect(playground.manifests).toBeFocused()
  await expect(playground.page.locator('.cm-activeLine')).toContainText('natOutgoing: true')
})

test('broken text: the setting says so, and the text is left alone', async ({ playground }) => {
  await playground.open('#scenario=calico-nat-outgoing')
  await playground.openManifests()
  const broken = `${POOL}    oops: [\n`
  await playground.paste(broken)
  const nat = settings(playground).getByRole('switch', { name: 'NAT for outgoing packets' })
  await expect(nat).toBeDisabled()
  await expect(settings(playground).getByRole('alert').first()).toHaveText(
    'The text cannot be read here, so it is left as it is.',
  )
  await expect(playground.configStatus).toContainText(/line \d+, column \d+/)
  expect(await playground.typed()).toBe(broken)
})

test('rules typed on a node decide there, and a wrong one is shown at its column', async ({
  playground,
}) => {
  await playground.open('#scenario=calico-nat-outgoing')
  await playground.openManifests()
  await playground.panel.getByText('Rules typed on a node').click()
  const field = playground.panel.getByRole('textbox', { name: 'Rules typed on k8s-w1' })
  await field.fill('iptables -t nat -I POSTROUTING -d 8.8.8.8 -j ACCEPT')
  await playground.send('8.8.8.8')
  await expect(playground.hop('k8s-w1 · nat POSTROUTING')).toContainText('source kept')
  await field.fill('iptables -t nat -I POSTROUTING -j NOWHERE')
  await expect(playground.panel.getByRole('alert').filter({ hasText: 'NOWHERE' })).toContainText(
    'line 1',
  )
  await playground.tab('chain').click()
  await expect(playground.panel).not.toContainText('undefined')
})

test('a link made by hand opens a scenario that the page did not begin with', async ({
  playground,
}) => {
  await playground.open('#scenario=calico-disabled-pool')
  await expect(playground.page.getByRole('button', { name: 'Calico', exact: true })).toBeVisible()
  await expect(playground.outcome).not.toContainText(KEPT)
})

for (const [name, options] of [
  ['wide', {}],
  [
    'narrow and dark',
    { viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true },
  ],
] as const) {
  test(`settings, list and node fields are accessible, ${name}`, async ({ visitor }) => {
    const playground = await visitor(options)
    const { page } = playground
    await playground.open('#scenario=calico-nat-outgoing')
    const narrow = 'viewport' in options
    if (narrow) await page.getByRole('tab', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'Calico', exact: true }).click()
    await expect(page.getByRole('button', { name: /^GKE Autopilot/ })).toBeVisible()
    await page.getByRole('button', { name: 'More about the packet' }).click()
    await expect(page.getByLabel('Bound source address')).toBeVisible()
    expect(await violations(playground)).toEqual([])
    if (narrow) await page.getByRole('tab', { name: 'Inspector' }).click()
    await playground.openManifests()
    await expect(settings(playground).getByRole('switch').first()).toBeVisible()
    await playground.panel.getByText('Rules typed on a node').click()
    expect(await violations(playground)).toEqual([])
    const { wide, view } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      view: document.documentElement.clientWidth,
    }))
    expect(wide).toBeLessThanOrEqual(view)
  })
}

async function violations({ page }: Playground): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return found
    .filter(({ tags }) => tags.some((tag) => tag.startsWith('wcag2')))
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`))
}

test('the list and the settings speak Korean, chosen by keyboard', async ({ visitor }) => {
  const playground = await visitor({ locale: 'ko-KR' }, ko)
  const { page } = playground
  await playground.open()
  const button = page.getByRole('button', { name: 'GKE Standard', exact: true })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Calico/ })).toContainText(/[가-힣]/)
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^GKE Standard ?\S/ })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Calico', exact: true })).toBeFocused()
})
