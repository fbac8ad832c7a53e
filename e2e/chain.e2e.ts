import AxeBuilder from '@axe-core/playwright'
import { chainEn } from '../src/i18n/chain.en.ts'
import { chainKo } from '../src/i18n/chain.ko.ts'
import { en } from '../src/i18n/en.ts'
import { ko } from '../src/i18n/ko.ts'
import { ChainPanel } from './chain-panel.ts'
import { expect, type Playground, test } from './playground.ts'

const manifest = (ranges: readonly string[], name = 'ip-masq-agent'): string =>
  [
    'apiVersion: v1',
    'kind: ConfigMap',
    'metadata:',
    `  name: ${name}`,
    '  namespace: kube-system',
    'data:',
    '  config: |',
    '    nonMasqueradeCIDRs:',
    ...ranges.map((range) => `    - ${range}`),
    '',
  ].join('\n')

/** Writes a ConfigMap and applies it; leads back to the rules. */
async function apply(playground: Playground, text: string): Promise<void> {
  await playground.openEditor()
  await playground.paste(text)
  await playground.panel.getByRole('button', { name: en.ui.config.apply, exact: true }).click()
  await expect(playground.switch('configMap')).toBeChecked()
  await playground.tab('chain').click()
}

test('playing stops at a breakpoint, which the scrubber shows, and goes on from there', async ({
  visitor,
}) => {
  const playground = await visitor({ reducedMotion: 'no-preference' })
  await playground.openMoving()
  await playground.button('last').click()
  const chain = new ChainPanel(playground)
  await chain.stop(2, 'IP-MASQ').click()
  await expect(chain.stop(2, 'IP-MASQ')).toHaveAttribute('aria-pressed', 'true')
  await expect(playground.page.locator('.scrubber-dot[data-stops]')).toHaveCount(1)
  await playground.button('replay').click()
  await expect(chain.stopped).toHaveText(chainEn.stoppedAt(2, 'IP-MASQ'))
  await expect(playground.button('play')).toBeVisible()
  await expect(chain.rule(2, 'IP-MASQ')).toHaveAttribute('aria-current', 'step')
  await expect(playground.root).toHaveAttribute('data-hop', '3')

  // The chain is walked a second time, from the caller's next rule.
  const first = Number(await chain.slider.inputValue())
  await playground.button('play').click()
  await expect(async () => {
    expect(Number(await chain.slider.inputValue())).toBeGreaterThan(first)
    await expect(chain.stopped).toBeVisible({ timeout: 500 })
  }).toPass()

  await playground.page.getByRole('button', { name: chainEn.clearStops(1) }).click()
  await expect(playground.page.locator('.scrubber-dot[data-stops]')).toHaveCount(0)
  await playground.button('play').click()
  await expect(playground.button('replay')).toBeVisible({ timeout: 20_000 })
})

test('breakpoints are set with the keyboard: at the rule in focus, and at the one on show', async ({
  playground,
}) => {
  await playground.open()
  const chain = new ChainPanel(playground)
  const { keyboard } = playground.page
  await chain.stop(1, 'IP-MASQ').focus()
  await keyboard.press('ArrowDown')
  await expect(chain.stop(2, 'IP-MASQ')).toBeFocused()
  await keyboard.press('Space')
  await expect(chain.stop(2, 'IP-MASQ')).toHaveAttribute('aria-pressed', 'true')
  await keyboard.press('b')
  await expect(chain.stop(2, 'IP-MASQ')).toHaveAttribute('aria-pressed', 'false')
  await chain.slider.fill('1')
  await chain.slider.focus()
  await keyboard.press('b')
  await expect(chain.stop(1, 'POSTROUTING')).toHaveAttribute('aria-pressed', 'true')
})

test('one steps into a node rule by rule, over to the next hop, and back', async ({
  playground,
}) => {
  await playground.open()
  const chain = new ChainPanel(playground)
  await chain.stepInto(6).click()
  await expect(playground.root).toHaveAttribute('data-hop', '3')
  await expect(playground.root).toHaveAttribute('data-step', '1')
  await chain.step('into').click()
  await expect(chain.current).toContainText('IP-MASQ')
  await chain.step('into').click()
  await chain.step('into').click()
  await expect(chain.rule(1, 'IP-MASQ')).toHaveAttribute('aria-current', 'step')
  await expect(chain.rule(1, 'IP-MASQ').locator('u')).toHaveText('169')
  await chain.step('into').click()
  await expect(chain.rule(2, 'IP-MASQ')).toHaveAttribute('data-state', 'decided')
  await expect(chain.rule(2, 'IP-MASQ')).toContainText('1 pkt · 60 B')
  await expect(chain.rule(3, 'IP-MASQ')).not.toContainText(en.ui.chain.notReached)
  await chain.step('backOut').click()
  await expect(chain.rule(2, 'IP-MASQ')).toHaveAttribute('data-state', 'waiting')
  await chain.step('over').click()
  await expect(playground.root).toHaveAttribute('data-step', 'done')
  await expect(playground.root).toHaveAttribute('data-hop', '3')
  await chain.step('over').click()
  await expect(playground.root).toHaveAttribute('data-hop', '4')
  await chain.step('backOut').click()
  await chain.step('backOut').click()
  await expect(playground.root).toHaveAttribute('data-hop', '3')
  await expect(chain.current).toContainText('ACCEPT')
})

test('RETURN is drawn back to the caller, which goes on with its next rule', async ({
  playground,
}) => {
  await playground.open()
  const chain = new ChainPanel(playground)
  const back = chain.row('back in POSTROUTING, on with rule 2')
  await chain.slider.fill('4')
  await expect(back).toHaveAttribute('data-state', 'waiting')
  await expect(back).not.toHaveAttribute('data-rail')
  await chain.step('into').click()
  await expect(back).toHaveAttribute('aria-current', 'step')
  await expect(back).toHaveAttribute('data-rail', 'end')
  await expect(chain.rule(2, 'IP-MASQ')).toHaveAttribute('data-rail', 'start')
  await chain.step('into').click()
  await expect(chain.rule(2, 'POSTROUTING')).toHaveAttribute('aria-current', 'step')
})

test('any row says why it is not the one, and what it would have said', async ({ playground }) => {
  await playground.open()
  const chain = new ChainPanel(playground)
  await chain.askWhy(1, 'IP-MASQ')
  await expect(chain.told).toContainText('does not lie in 169.254.0.0/16')
  await chain.askWhy(1, 'IP-MASQ')
  await expect(chain.told).toHaveCount(0)
  await chain.askWhy(3, 'IP-MASQ')
  await expect(chain.told).toContainText('The packet had left before it, at rule 2 of IP-MASQ.')
  await expect(chain.told).toContainText('It would not have matched either.')
  await expect(chain.told).toContainText('172.16.0.0/12')
})

test('a range inside another is hatched, and says which rule covers it', async ({ playground }) => {
  await playground.open()
  await apply(playground, manifest(['10.0.0.0/8', '10.2.0.0/16']))
  const chain = new ChainPanel(playground)
  await expect(chain.rule(3, 'IP-MASQ')).toHaveAttribute('data-shadowed', 'true')
  await expect(chain.rule(3, 'IP-MASQ')).toContainText(chainEn.shadowed(2))
  await chain.askWhy(3, 'IP-MASQ')
  await expect(chain.told).toContainText(
    'Had the packet come this far, the rule would have matched',
  )
  await expect(chain.told).toContainText('it can never decide')
})

test('what a manifest says under a wrong name is a dashed row without a number', async ({
  playground,
}) => {
  await playground.open()
  await apply(playground, manifest(['10.2.0.0/16'], 'ip-masq-agent-config'))
  const chain = new ChainPanel(playground)
  const missing = chain.row('10.2.0.0/16').first()
  await expect(missing).toContainText(chainEn.missing)
  await expect(missing.locator('td').first()).toHaveCSS('border-top-style', 'dashed')
  await missing.getByRole('button').click()
  await expect(chain.told).toContainText('where nobody looks for it')
})

test('who has seen a journey three times may jump to its result', async ({ visitor }) => {
  test.setTimeout(90_000)
  const playground = await visitor({ reducedMotion: 'no-preference' })
  await playground.openMoving()
  await playground.button('last').click()
  await playground.speed.selectOption('4')
  const jump = playground.page.getByRole('button', { name: chainEn.jumpToResult })
  for (const _ of ['first', 'second', 'third']) {
    await playground.button('replay').click()
    await expect(playground.button('pause')).toBeVisible()
    await expect(jump).toHaveCount(0)
    await expect(playground.button('replay')).toBeVisible({ timeout: 20_000 })
  }
  await playground.speed.selectOption('0.5')
  await playground.button('replay').click()
  await jump.click()
  await expect(playground.root).toHaveAttribute('data-hop', '6')
  await expect(playground.button('replay')).toBeFocused()
  await expect(jump).toHaveCount(0)
})

test.describe('What belongs together lights up together', () => {
  test('a rule: its line of the configuration, its ranges on the map, its step of the journey', async ({
    playground,
  }) => {
    await playground.open()
    await apply(playground, manifest(['10.0.0.0/8', '172.16.0.0/12']))
    const chain = new ChainPanel(playground)
    await chain.beside.click()
    await expect(playground.editor).toBeVisible()
    const line = playground.editor.locator('.cm-pointed')
    const step = playground.page.locator('.hop[data-lit]')

    await chain.rule(2, 'IP-MASQ').hover()
    await expect(line).toHaveText('    - 10.0.0.0/8')
    await expect.poll(() => chain.litThings()).toContain('zone-on-prem:on-prem')
    expect(await chain.litThings()).toContain('endpoint:private-endpoint')
    expect(await chain.litThings()).not.toContain('endpoint:public-dns')
    await expect(step).toContainText('nat POSTROUTING')
    await playground.map.hover({ position: { x: 5, y: 5 } })
    await expect(line).toHaveCount(0)
    await expect(chain.litOnMap).toHaveCount(0)

    await chain.stop(3, 'IP-MASQ').focus()
    await expect(line).toHaveText('    - 172.16.0.0/12')
    await expect(chain.rule(3, 'IP-MASQ')).toHaveAttribute('data-lit', 'true')
    await chain.stop(2, 'IP-MASQ').focus()
    await expect(line).toHaveText('    - 10.0.0.0/8')
    await expect(step).toContainText('nat POSTROUTING')
  })

  test('a line of the configuration, under the pointer and under the caret: its rule', async ({
    playground,
  }) => {
    await playground.open()
    await apply(playground, manifest(['10.0.0.0/8', '172.16.0.0/12']))
    const chain = new ChainPanel(playground)
    await chain.beside.click()
    await playground.editor.getByText('172.16.0.0/12').hover()
    await expect(chain.rule(3, 'IP-MASQ')).toHaveAttribute('data-lit', 'true')
    await playground.caretAfter('- 10.0.0.0/8')
    await expect(chain.rule(2, 'IP-MASQ')).toHaveAttribute('data-lit', 'true')
    await expect.poll(() => chain.litThings()).toContain('zone-vpc:vpc')
  })

  test('a range or an address on the map: the rules that speak of it', async ({ playground }) => {
    await playground.open()
    const chain = new ChainPanel(playground)
    await playground.notNow.click()
    await playground.map.getByText('169.254.169.254').hover()
    await expect(chain.rule(1, 'IP-MASQ')).toHaveAttribute('data-lit', 'true')
    await expect(chain.rule(2, 'IP-MASQ')).not.toHaveAttribute('data-lit', 'true')
    await playground.map.getByText('10.2.0.0/16').first().hover()
    await expect(chain.rule(2, 'IP-MASQ')).toHaveAttribute('data-lit', 'true')
    await expect(chain.rule(1, 'IP-MASQ')).not.toHaveAttribute('data-lit', 'true')
  })

  test('a hop: the rule that decided there', async ({ playground }) => {
    await playground.open()
    const chain = new ChainPanel(playground)
    const hop = playground.hop('node-1 · nat POSTROUTING').getByRole('button')
    await hop.focus()
    await expect(chain.rule(2, 'IP-MASQ')).toHaveAttribute('data-lit', 'true')
  })
})

/** What axe finds on the screen as it is. */
async function violations({ page }: Playground): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .setLegacyMode()
  const { violations: found } = await axe.analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target}`))
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every state of a row is accessible, ${colorScheme}`, async ({ visitor }) => {
    const playground = await visitor({ colorScheme })
    await playground.open()
    await apply(playground, manifest(['10.0.0.0/8', '10.2.0.0/16']))
    const chain = new ChainPanel(playground)
    await chain.stop(2, 'IP-MASQ').click()
    await chain.askWhy(3, 'IP-MASQ')
    await expect(chain.told).toContainText('it can never decide')
    await chain.slider.fill('4')
    await expect(chain.stopped).toBeVisible()
    await chain.rule(2, 'IP-MASQ').hover()
    expect(await violations(playground)).toEqual([])
    await chain.beside.click()
    await expect(playground.editor).toBeVisible()
    expect(await violations(playground)).toEqual([])
  })
}

test('on a telephone, in Korean: into the rules, a stop, and the reason of a row', async ({
  visitor,
}) => {
  const playground = await visitor(
    { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'ko-KR' },
    ko,
  )
  await playground.open()
  await playground.notNow.tap()
  await playground.page.getByRole('tab', { name: ko.ui.inspector.label, exact: true }).tap()
  const chain = new ChainPanel(playground, chainKo)
  await chain.stepInto(6).tap()
  for (const _ of ['IP-MASQ', 'entered', 'rule 1']) await chain.step('into').tap()
  await expect(chain.rule(1, 'IP-MASQ')).toHaveAttribute('aria-current', 'step')
  await expect(chain.current).toBeInViewport()
  await chain.stop(1, 'IP-MASQ').tap()
  await expect(chain.stopped).toHaveText('IP-MASQ 체인의 1번 규칙에서 멈췄습니다')
  await expect(chain.current).toBeInViewport()
  await chain.askWhy(1, 'IP-MASQ')
  await expect(chain.told).toContainText('169.254.0.0/16')
  const wide = await playground.page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(390)
  expect(await violations(playground)).toEqual([])
})
