import { en } from '../src/i18n/en.ts'
import { ja } from '../src/i18n/ja.ts'
import { ko } from '../src/i18n/ko.ts'
import type { Messages } from '../src/i18n/messages.ts'
import { studioJa } from '../src/i18n/studio.ja.ts'
import { MISTAKES } from './config-texts.ts'
import { expect, type Playground, test } from './playground.ts'
import { english, japanese, korean, wordsOnScreen } from './words-on-screen.ts'

for (const [locale, messages] of [
  ['ko-KR', ko],
  ['ja-JP', ja],
  ['fr-FR', en],
] as const) {
  test(`a browser that speaks ${locale} is spoken to in ${messages.language}`, async ({
    visitor,
  }) => {
    const playground = await visitor({ locale }, messages)
    await playground.open()
    await expect(playground.root).toHaveAttribute('lang', messages.language)
    await expect(playground.switch('defaultSnat')).toBeChecked()
    await expect(playground.outcome).toContainText('100.65.0.50')
  })
}

/** Walks through whatever the page can say, and looks at it each time. */
async function everyState(
  playground: Playground,
  look: (state: string) => Promise<void>,
): Promise<void> {
  await look('as is, with the invitation')
  await playground.tab('packet').click()
  await look('as is, the packet')
  await playground.switch('configMap').click()
  await expect(playground.outcome).toContainText('10.1.1.10')
  await look('to be, the packet')
  await playground.tab('chain').click()
  await look('to be, the chain')
  await playground.openEditor()
  await look('to be, the configuration')
  await playground.paste(MISTAKES[0]?.text ?? '')
  await expect(playground.configStatus).toContainText('10.0.0.1/8')
  await look('a refused configuration')
  await playground.send('no-such-host')
  await expect(playground.flowTrouble).toContainText('no-such-host')
  await look('a destination that is no address')
  await playground.send('8.8.8.8')
  await playground.switch('defaultSnat').click()
  await expect(playground.switch('defaultSnat')).not.toBeChecked()
  await look('default SNAT off, to the internet')
  await playground.shareButton.click()
  await expect(playground.shareDialog).toBeVisible()
  await look('the share dialog')
}

const FOREIGN: Readonly<
  Record<Messages['language'], (words: readonly string[]) => readonly string[]>
> = {
  en: (words) => [...korean(words), ...japanese(words)],
  ko: (words) => [...english(words), ...japanese(words)],
  ja: (words) => [...english(words), ...korean(words)],
}

for (const [first, second] of [
  [en, ko],
  [ko, ja],
  [ja, en],
] as const) {
  test(`after a change from ${first.language} to ${second.language} nothing of the first is left`, async ({
    visitor,
  }) => {
    const before = await visitor({ locale: first.language }, first)
    await before.open()
    expect(FOREIGN[second.language](await wordsOnScreen(before.page))).not.toEqual([])
    await before.language.selectOption(second.language)
    const playground = before.speaking(second)
    await expect(playground.root).toHaveAttribute('lang', second.language)
    const left: Record<string, readonly string[]> = {}
    await everyState(playground, async (state) => {
      const foreign = FOREIGN[second.language](await wordsOnScreen(playground.page))
      if (foreign.length > 0) left[state] = foreign
    })
    expect(left).toEqual({})
  })
}

test('the language that was chosen is spoken on the next visit', async ({ playground }) => {
  await playground.open()
  await playground.language.selectOption('ja')
  await expect(playground.root).toHaveAttribute('lang', 'ja')
  await playground.open('?')
  await expect(playground.root).toHaveAttribute('lang', 'ja')
  await expect(playground.speaking(ja).outcome).toContainText('100.65.0.50')
})

test('the names of the studio’s lists end before the button that folds them, in Japanese too', async ({
  visitor,
}) => {
  const playground = await visitor({ locale: 'ja-JP' }, ja)
  await playground.open()
  await playground.page.getByRole('switch', { name: studioJa.edit, exact: true }).click()
  const shelf = playground.page.getByRole('complementary', { name: studioJa.shelf.label })
  const name = await shelf.getByRole('tab').last().boundingBox()
  const fold = await shelf.getByRole('button', { name: studioJa.shelf.hide }).boundingBox()
  expect(name).not.toBeNull()
  expect((name?.x ?? 0) + (name?.width ?? 0)).toBeLessThanOrEqual(fold?.x ?? 0)
})
