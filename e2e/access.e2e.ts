import AxeBuilder from '@axe-core/playwright'
import { en } from '../src/i18n/en.ts'
import { ko } from '../src/i18n/ko.ts'
import { MISTAKES } from './config-texts.ts'
import { expect, type Playground, test } from './playground.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds on the screen as it is, in words. */
async function violations({ page }: Playground): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).withTags(RULES).setLegacyMode()
  const { violations: found } = await axe.analyze()
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} ${target} ${failureSummary}`),
  )
}

/** Whoever reads a page downwards must not have to scroll it sideways as well. */
async function expectNoSidewaysScroll({ page }: Playground): Promise<void> {
  const { wide, view } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    view: document.documentElement.clientWidth,
  }))
  expect(wide).toBeLessThanOrEqual(view)
}

/** What is cut off at the edge of the window makes nothing scroll. */
async function expectWholeFields({ page }: Playground): Promise<void> {
  const cut = await page
    .locator('select, input, textarea')
    .evaluateAll((fields) =>
      fields
        .filter(
          (field) => field.getBoundingClientRect().right > innerWidth && field.checkVisibility(),
        )
        .map((field) => field.outerHTML.slice(0, 80)),
    )
  expect(cut).toEqual([])
}

/** Every tab, trouble of both kinds, the dialog: with axe, and the width of the page. */
async function inspectEverything(playground: Playground): Promise<void> {
  const found: Record<string, readonly string[]> = {}
  const look = async (state: string) => {
    await expectNoSidewaysScroll(playground)
    const here = await violations(playground)
    if (here.length > 0) found[state] = here
  }
  await look('as opened')
  for (const tab of ['packet', 'chain', 'config'] as const) {
    await playground.tab(tab).click()
    await expect(playground.tab(tab)).toHaveAttribute('aria-selected', 'true')
    await look(`as is, ${tab}`)
  }
  await playground.switch('configMap').click()
  await expect(playground.outcome).toContainText('10.1.1.10')
  for (const tab of ['packet', 'chain'] as const) {
    await playground.tab(tab).click()
    await look(`to be, ${tab}`)
  }
  await playground.openEditor()
  await playground.paste(MISTAKES[0]?.text ?? '')
  await expect(playground.configStatus).toContainText('10.0.0.1/8')
  await look('a refused configuration')
  await playground.send('no-such-host')
  await expect(playground.flowTrouble).toContainText('no-such-host')
  await look('a wrong destination')
  await playground.shareButton.click()
  await expect(playground.shareDialog).toBeVisible()
  await look('the share dialog')
  expect(found).toEqual({})
}

test('every state of the page is accessible in the light', async ({ playground }) => {
  await playground.open()
  await inspectEverything(playground)
})

test('every state of the page is accessible in the dark', async ({ visitor }) => {
  const playground = await visitor({ colorScheme: 'dark' })
  await playground.open()
  await inspectEverything(playground)
})

test('every state of the page is accessible in Korean', async ({ visitor }) => {
  const playground = await visitor({ locale: 'ko-KR' }, ko)
  await playground.open()
  await inspectEverything(playground)
})

test('a dark theme that is chosen is accessible, as is trouble with a link', async ({
  playground,
}) => {
  await playground.open('#s9.0.abcdefgh')
  await playground.theme.selectOption('dark')
  await expect(playground.banner('newer version')).toBeVisible()
  expect(await violations(playground)).toEqual([])
})

const SCREENS = [
  ['a telephone', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }],
  ['a small telephone', { viewport: { width: 320, height: 568 } }],
  ['a desk at 200 %', { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }],
] as const

for (const [what, options] of SCREENS) {
  test(`on ${what} one column is enough, and every part of it is accessible`, async ({
    visitor,
  }) => {
    const playground = await visitor(options)
    await playground.open()
    const found: Record<string, readonly string[]> = {}
    for (const part of [en.ui.shell.journey, en.ui.shell.settings, en.ui.inspector.label]) {
      await playground.page.getByRole('tab', { name: part, exact: true }).click()
      if (part === en.ui.inspector.label) await playground.openEditor()
      await expectNoSidewaysScroll(playground)
      await expectWholeFields(playground)
      const here = await violations(playground)
      if (here.length > 0) found[part] = here
    }
    expect(found).toEqual({})
    await playground.page.getByRole('tab', { name: en.ui.shell.settings, exact: true }).click()
    await playground.switch('configMap').click()
    await playground.page.getByRole('tab', { name: en.ui.shell.journey, exact: true }).click()
    await expect(playground.outcome).toContainText('Source seen: 10.1.1.10 (node).')
    await expectNoSidewaysScroll(playground)
    await playground.shareButton.click()
    await expect(playground.shareDialog).toBeVisible()
    await expectNoSidewaysScroll(playground)
    expect(await violations(playground)).toEqual([])
  })
}
