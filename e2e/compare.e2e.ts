import AxeBuilder from '@axe-core/playwright'
import { chainEn } from '../src/i18n/chain.en.ts'
import { compareEn } from '../src/i18n/compare.en.ts'
import { compareKo } from '../src/i18n/compare.ko.ts'
import { en } from '../src/i18n/en.ts'
import { ko } from '../src/i18n/ko.ts'
import { expect, type Playground, test } from './playground.ts'

/** The dataplanes side by side, as their readers know them. */
const compared = ({ page }: Playground, words = compareEn) => ({
  lanes: page.getByRole('region', { name: words.lanes }).getByRole('listitem'),
  lane: (name: string) =>
    page
      .getByRole('region', { name: words.lanes })
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name, exact: true }) }),
  divergence: page.getByRole('status').filter({ hasText: words.firstDifference }),
  choose: (name: string) =>
    page.getByRole('group', { name: words.choose }).getByRole('checkbox', { name, exact: true }),
  cell: (row: keyof typeof words.matrix.rows, name: string) =>
    page.getByRole('row', { name: words.matrix.rows[row] }).getByRole('button', { name }),
  back: page.getByRole('button', { name: words.back }),
})

const open = async (playground: Playground, words = en) => {
  await playground.page.getByRole('button', { name: words.ui.compare, exact: true }).click()
}

async function leaveOnly({ page }: Playground, names: readonly string[]): Promise<void> {
  const choices = page.getByRole('group', { name: compareEn.choose }).locator('label')
  for (const name of await choices.allInnerTexts()) {
    if (!names.includes(name.trim())) await choices.getByText(name, { exact: true }).click()
  }
}

test('the same packet under several dataplanes: where they part is named', async ({ visitor }) => {
  const playground = await visitor({ reducedMotion: 'reduce' })
  await playground.open()
  await open(playground)
  const { lane, lanes, divergence, back } = compared(playground)
  await expect(lane('GKE Standard')).toContainText('dropped')
  await expect(lane('GKE Standard')).toContainText('100.65.0.50')
  await expect(lane('Calico')).toContainText('delivered')
  await expect(lane('Calico')).toContainText('10.1.1.10')
  await expect(divergence).toContainText('node-1')
  await expect(divergence).toContainText('10.1.1.10')
  expect(await lanes.count()).toBeGreaterThan(2)
  await back.click()
  await expect(playground.map).toBeVisible()
  await expect(playground.outcome).toContainText('Dropped')
})

test('a cell of the table opens its packet in the lanes', async ({ visitor }) => {
  const playground = await visitor({ reducedMotion: 'reduce' })
  await playground.open()
  await open(playground)
  const { cell, lane } = compared(playground)
  await expect(cell('internet', 'GKE Standard')).toHaveText('node')
  await cell('internet', 'Calico').click()
  await expect(lane('GKE Standard')).toContainText('8.8.8.8')
  await expect(lane('GKE Standard')).toContainText('10.1.1.10')
})

test('who takes part goes into a link, and comes out of it', async ({ visitor }) => {
  const playground = await visitor({ reducedMotion: 'reduce' })
  await playground.open()
  await open(playground)
  const { lanes, lane } = compared(playground)
  await expect(lane('Cilium')).toBeVisible()
  await leaveOnly(playground, ['GKE Standard', 'Calico'])
  await expect(lanes).toHaveCount(2)
  const link = await playground.copyLink()
  const other = await visitor({ reducedMotion: 'reduce' })
  await other.open(new URL(link).hash)
  await expect(compared(other).lanes).toHaveCount(2)
  await expect(compared(other).lane('Calico')).toBeVisible()
  await expect(compared(other).choose('Cilium')).not.toBeChecked()
})

test('the arrow keys walk all lanes in lockstep, and the ear hears what each carries', async ({
  visitor,
}) => {
  const playground = await visitor({ reducedMotion: 'reduce' })
  await playground.open('#to=8.8.8.8')
  await open(playground)
  const region = playground.page.getByRole('region', { name: compareEn.lanes })
  await region.focus()
  await playground.page.keyboard.press('Home')
  await expect(region.getByText('Step 1 of')).toContainText('Calico: 100.65.0.50')
  for (let i = 0; i < 3; i += 1) await playground.page.keyboard.press('ArrowRight')
  await expect(region.getByText('Step 4 of')).toContainText('Calico: 10.1.1.10')
  await expect(playground.root).toHaveAttribute('data-hop', '4')
})

const SCREENS = [
  ['a desk', {}],
  ['a desk in the dark', { colorScheme: 'dark' }],
  ['a telephone', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }],
] as const

for (const [what, options] of SCREENS) {
  test(`on ${what} lanes and table are accessible`, async ({ visitor }) => {
    const playground = await visitor({ ...options, reducedMotion: 'reduce' })
    await playground.open('#to=8.8.8.8')
    await open(playground)
    await expect(compared(playground).lane('Calico')).toBeVisible()
    const axe = new AxeBuilder({ page: playground.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .setLegacyMode()
    const { violations } = await axe.analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`)).toEqual([])
    const wide = await playground.page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(playground.page.viewportSize()?.width ?? 0)
  })
}

test('Korean speaks where dataplanes part', async ({ visitor }) => {
  const playground = await visitor({ locale: 'ko-KR', reducedMotion: 'reduce' }, ko)
  await playground.open()
  await open(playground, ko)
  await expect(compared(playground, compareKo).divergence).toContainText('달라집니다')
})

test('a rule says on demand where it was learned', async ({ playground }) => {
  await playground.open()
  await playground.tab('chain').click()
  const rule = playground.panel.getByRole('row').filter({ hasText: '10.0.0.0/8' }).first()
  await rule.getByRole('button', { name: chainEn.why }).click()
  await expect(
    playground.panel.getByRole('row').filter({ has: playground.page.locator('cite') }),
  ).toContainText(/ip-masq-agent/)
})

test('a packet that cannot be sent is not said to be treated alike', async ({ playground }) => {
  await playground.open('#to=nobody')
  await open(playground)
  await expect(playground.page.getByText(en.ui.shell.notSent)).toBeVisible()
  await expect(playground.page.getByText(compareEn.alike)).toHaveCount(0)
})
