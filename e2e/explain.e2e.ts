import type { Locator } from '@playwright/test'
import { en } from '../src/i18n/en.ts'
import { explainEn } from '../src/i18n/explain/explain.en.ts'
import { explainJa } from '../src/i18n/explain/explain.ja.ts'
import { explainKo } from '../src/i18n/explain/explain.ko.ts'
import { glossaryEn } from '../src/i18n/glossary/glossary.en.ts'
import { glossaryJa } from '../src/i18n/glossary/glossary.ja.ts'
import { glossaryKo } from '../src/i18n/glossary/glossary.ko.ts'
import { guideEn } from '../src/i18n/guide/guide.en.ts'
import { ja } from '../src/i18n/ja.ts'
import { ko } from '../src/i18n/ko.ts'
import { plain } from '../src/i18n/sentence.ts'
import { twinEn } from '../src/i18n/twin/twin.en.ts'
import { twinJa } from '../src/i18n/twin/twin.ja.ts'
import { twinKo } from '../src/i18n/twin/twin.ko.ts'
import { expect, type Playground, test } from './playground.ts'

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

const SPEAKERS = [
  { messages: en, explain: explainEn, twin: twinEn, glossary: glossaryEn },
  { messages: ko, explain: explainKo, twin: twinKo, glossary: glossaryKo },
  { messages: ja, explain: explainJa, twin: twinJa, glossary: glossaryJa },
] as const

/** What became of the packet, by whom, and the rule that had the last word on its source. */
const STORIES = [
  {
    scenario: 'private-endpoint-as-is',
    fate: 'dropped',
    by: 'on-prem-firewall',
    rule: ['node-1', 'IP-MASQ', 2, '-d 10.0.0.0/8', '-j RETURN'],
  },
  {
    scenario: 'network-policy-masqueraded',
    fate: 'dropped',
    by: 'node-2',
    rule: ['node-1', 'IP-MASQ', 3, 'must be last in chain', '-j MASQUERADE'],
  },
  {
    scenario: 'nodes-not-advertised',
    fate: 'unanswered',
    by: 'on-prem',
    rule: ['node-1', 'IP-MASQ', 13, 'must be last in chain', '-j MASQUERADE'],
  },
  {
    scenario: 'private-endpoint-to-be',
    fate: 'delivered',
    by: 'private-endpoint',
    rule: ['node-1', 'IP-MASQ', 13, 'must be last in chain', '-j MASQUERADE'],
  },
] as const

for (const { messages, explain, twin } of SPEAKERS) {
  const { language } = messages
  test(`whoever hears nothing but the text in ${language} knows who dropped the packet and by which rule`, async ({
    visitor,
  }) => {
    const playground = await visitor({ locale: language }, messages)
    const text = playground.page.getByRole('region', { name: explain.text, exact: true })
    const result = text.getByRole('region', { name: twin.headings.result, exact: true })
    for (const { scenario, fate, by, rule } of STORIES) {
      await playground.open(`?${scenario}#scenario=${scenario}&lang=${language}`)
      await playground.page.getByRole('button', { name: explain.asText, exact: true }).click()
      const [begin = '', end = ''] = plain(twin.endedBy[fate](['|'])).split('|')
      const who = result.getByRole('listitem').filter({ hasText: begin })
      await expect(who).toHaveCount(1)
      await expect(who).toHaveText(new RegExp(`${begin}.*\\b${by}${end}$`))
      const [node, chain, line, ...written] = rule
      const [decided = ''] = plain(twin.decidedBy(node, chain, line, null)).split(/[.。]$/)
      const which = result.getByRole('listitem').filter({ hasText: decided })
      await expect(which).toHaveCount(1)
      for (const part of written) await expect(which).toContainText(part)
    }
  })
}

async function run({ page }: Playground, command: string): Promise<void> {
  await page.getByRole('button', { name: guideEn.palette.open }).click()
  await page.getByRole('combobox', { name: guideEn.palette.hint }).fill(command)
  await page.getByRole('option', { name: command }).first().click()
}

for (const [what, options] of [
  ['at a desk', {}],
  ['on a telephone', PHONE],
] as const) {
  test(`levels, text and glossary are found ${what}, in view and among the commands`, async ({
    visitor,
  }) => {
    const playground = await visitor(options)
    await playground.open()
    const { page } = playground
    const bar = page.getByRole('group', { name: explainEn.bar })
    await bar.getByRole('combobox', { name: explainEn.level }).selectOption('manager')
    await expect(playground.outcome).toContainText('The message does not get through')
    await run(playground, explainEn.chooseLevel(explainEn.levels.kernel))
    await expect(playground.hop('node-1 · nat POSTROUTING')).toContainText(
      'nf_nat_alloc_null_binding()',
    )
    await run(playground, explainEn.chooseLevel(explainEn.levels.engineer))
    await expect(playground.outcome).toContainText('Dropped at on-prem-firewall.')

    const text = page.getByRole('region', { name: explainEn.text, exact: true })
    await run(playground, explainEn.text)
    await expect(text).toBeVisible()
    await bar.getByRole('button', { name: explainEn.asSteps, exact: true }).click()
    await expect(text).toBeHidden()

    const glossary = page.getByRole('dialog', { name: glossaryEn.words.title })
    await bar.getByRole('button', { name: explainEn.glossary }).click()
    await expectTermIn(glossary)
    await glossary.getByRole('button', { name: en.ui.close }).click()
    await expect(glossary).toBeHidden()
    await run(playground, explainEn.glossary)
    await expectTermIn(glossary)
  })
}

/** The same term is found by its word in any of the languages. */
async function expectTermIn(glossary: Locator): Promise<void> {
  for (const { glossary: of } of SPEAKERS) {
    await glossary.getByRole('searchbox').fill(of.terms['non-masquerade'].term)
    await expect(glossary.getByRole('term').first()).toContainText('non-masquerade')
  }
}

test('while the packet travels every step is told aloud, and the one that ends it whole', async ({
  visitor,
}) => {
  const playground = await visitor({ reducedMotion: 'no-preference' })
  await playground.openMoving()
  await playground.button('first').click()
  const { page } = playground
  const live = page.locator('.hops [aria-live="polite"]', { hasText: /^Step/ })
  await expect(live).toContainText('Step 1 of 6')
  await live.evaluate((element) => {
    const told: string[] = []
    Object.assign(globalThis, { told })
    new MutationObserver(() => told.push(element.textContent)).observe(element, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
  await playground.speed.selectOption('2')
  await playground.button('play').click()
  await expect(playground.root).toHaveAttribute('data-hop', '6', { timeout: 30_000 })
  await expect(live).toContainText('Step 6 of 6: on-prem-firewall')
  await expect(live).toContainText('lets in only 10.1.1.0/24')
  const told = await page.evaluate((): readonly string[] => Reflect.get(globalThis, 'told'))
  for (const step of [2, 3, 4, 5]) {
    expect(told.some((each) => each.startsWith(`Step ${step} of 6: `))).toBe(true)
  }
  expect(told.some((each) => each.includes('Rule 2 of IP-MASQ: It returns'))).toBe(true)
})

for (const [what, options] of [
  ['a desk in the dark', { colorScheme: 'dark' }],
  ['a telephone', PHONE],
] as const) {
  test(`printed from ${what}, the whole map and the whole story are on paper, and no button`, async ({
    visitor,
  }) => {
    const playground = await visitor(options)
    await playground.open()
    const { page } = playground
    const places = await playground.map.locator('.react-flow__node').count()
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    const paper = page.getByRole('article')
    await expect(paper.getByRole('heading', { level: 2 })).toContainText('as is, in words')
    await expect(paper.getByRole('region', { name: twinEn.headings.result })).toContainText(
      'Dropped by: firewall on-prem-firewall.',
    )
    await expect(page.getByRole('button')).toHaveCount(0)
    await expect(page.getByRole('combobox')).toHaveCount(0)
    const frame = paper.locator('.paper-map > div')
    await expect(frame.locator('.react-flow__node')).toHaveCount(places)
    expect(await outside(frame)).toEqual([])
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await expect(paper).toHaveCount(0)
    expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-')
  })
}

/** What of the map the paper cuts off. */
const outside = (frame: Locator): Promise<readonly string[]> =>
  frame.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    return [...element.querySelectorAll('.react-flow__node, .packet-label')]
      .filter((each) => {
        const box = each.getBoundingClientRect()
        return box.left < left || box.top < top || box.right > right || box.bottom > bottom
      })
      .map((each) => each.textContent)
  })
