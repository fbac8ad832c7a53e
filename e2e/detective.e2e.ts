import AxeBuilder from '@axe-core/playwright'
import { detectiveKo } from '../src/i18n/detective.ko.ts'
import { ko } from '../src/i18n/ko.ts'
import { DetectivePanel } from './detective-panel.ts'
import { expect, test } from './playground.ts'

const AS_IS = 'Dropped at on-prem-firewall. Source seen: 100.65.0.50 (Pod).'

const FIXES = [
  'Apply the ConfigMap that stands in the editor.',
  'Let 100.65.0.50/32 in at on-prem-firewall.',
  'Let 100.65.0.0/16 in at on-prem-firewall.',
]

test('a dropped flow: its causes, every smallest fix, one applied, and taken back', async ({
  playground,
}) => {
  await playground.open()
  const detective = new DetectivePanel(playground.page)
  await expect(playground.outcome).toContainText(AS_IS)
  await detective.door.click()
  await expect(detective.standing).toHaveText('3 smallest fixes')
  await expect(detective.fixes).toHaveCount(FIXES.length)
  for (const [i, text] of FIXES.entries()) {
    await expect(detective.fixes.nth(i)).toContainText(text)
    await expect(detective.fixes.nth(i)).toContainText('Changes nothing else')
  }
  await expect(detective.panel).toContainText('a default non-masquerade range')
  await expect(detective.panel).toContainText('lets in only 10.1.1.0/24')

  await detective.apply(3).click()
  await expect(playground.outcome).toContainText('Delivered to private-endpoint')
  await expect(playground.hop('on-prem-firewall · firewall')).toContainText('100.65.0.50')
  await expect(detective.standing).toContainText('The flow succeeds')
  await expect(detective.fixes).toHaveCount(0)

  await detective.undo.click()
  await expect(playground.outcome).toContainText(AS_IS)
  await expect(detective.fixes).toHaveCount(FIXES.length)
  await expect(detective.undo).toHaveCount(0)
  await detective.close.click()
  await expect(detective.panel).toHaveCount(0)
  await expect(playground.tab('chain')).toBeVisible()
})

test('why the node connects and the Pod does not, and what that proves', async ({ playground }) => {
  await playground.open()
  const detective = new DetectivePanel(playground.page)
  await detective.door.click()
  const beside = detective.panel.getByRole('region', { name: 'pod-a beside node-1' })
  await expect(beside).toContainText('They part at: Far firewall')
  await expect(beside.getByRole('row', { name: /^Far firewall/ })).toContainText(
    'failed100.65.0.50',
  )
  await expect(beside).toContainText('This does not provethat the far side lets 100.65.0.50 in')
})

test('what a fix would change elsewhere is counted and shown by example', async ({
  playground,
}) => {
  await playground.open()
  await playground.chooseScenario('default-snat-off-uncovered')
  await playground.send('10.2.1.100:443')
  const detective = new DetectivePanel(playground.page)
  await detective.door.click()
  const flag = detective.fixes.filter({ hasText: 'Turn default SNAT on.' })
  await expect(flag).toContainText('Real nodes get the flag when they are replaced.')
  const effects = flag.getByText(/^Also changes \d+ of \d+ other flows; \d+ would succeed$/)
  await effects.click()
  await expect(flag).toContainText('pod-a → public-dns')
  await expect(flag).toContainText('203.0.113.7')
})

test('in Korean', async ({ visitor }) => {
  const playground = await visitor({ locale: 'ko-KR' }, ko)
  await playground.open()
  const detective = new DetectivePanel(playground.page, detectiveKo)
  await detective.door.click()
  await expect(detective.standing).toHaveText('최소 해결책 3개')
  await expect(detective.fixes.nth(1)).toContainText(
    'on-prem-firewall에서 100.65.0.50/32를 허용합니다.',
  )
  await detective.apply(1).click()
  await expect(playground.outcome).toContainText('10.1.1.10')
  await detective.undo.click()
  await expect(playground.outcome).toContainText('100.65.0.50')
})

test('with the keyboard alone: found, applied, taken back, closed', async ({ playground }) => {
  await playground.open()
  const { keyboard } = playground.page
  const detective = new DetectivePanel(playground.page)
  await detective.door.focus()
  await keyboard.press('Enter')
  await expect(detective.panel.getByRole('heading').first()).toBeFocused()
  await expect(detective.fixes).toHaveCount(FIXES.length)
  for (let presses = 0; presses < 10; presses += 1) {
    await keyboard.press('Tab')
    if (await detective.apply(1).evaluate((button) => button === document.activeElement)) break
  }
  await expect(detective.apply(1)).toBeFocused()
  await keyboard.press('Enter')
  await expect(playground.outcome).toContainText('Source seen: 10.1.1.10 (node).')
  await expect(detective.panel.getByRole('heading').first()).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await expect(detective.undo).toBeFocused()
  await keyboard.press('Enter')
  await expect(playground.outcome).toContainText(AS_IS)
  await detective.apply(1).focus()
  await keyboard.press('Escape')
  await expect(detective.panel).toHaveCount(0)
  await expect(detective.door).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`accessible in the ${colorScheme}`, async ({ visitor }) => {
    const playground = await visitor({ colorScheme })
    await playground.open()
    const detective = new DetectivePanel(playground.page)
    await detective.door.click()
    await expect(detective.fixes).toHaveCount(FIXES.length)
    const axe = new AxeBuilder({ page: playground.page }).setLegacyMode()
    expect((await axe.analyze()).violations).toEqual([])
  })
}
