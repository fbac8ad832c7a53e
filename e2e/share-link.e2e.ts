import { ko } from '../src/i18n/ko.ts'
import { MISTAKES } from './config-texts.ts'
import { expect, type Playground, test } from './playground.ts'

const TO_INTERNET = 'Delivered to the internet. Source seen: 203.0.113.7 (public address).'

test('a copied link opens the same screen in another browser', async ({ playground, visitor }) => {
  await playground.open()
  await playground.switch('configMap').click()
  await playground.openEditor()
  await playground.caretAfter('192.168.0.0/16')
  await playground.page.keyboard.type(' # 한글 and a note of mine')
  await playground.send('1.1.1.1:53')
  await expect(playground.outcome).toContainText(TO_INTERNET)
  await playground.scrubber.fill('2')
  const text = await playground.typed()
  expect(text).toContain('192.168.0.0/16 # 한글 and a note of mine')
  await playground.language.selectOption('ko')
  const korean = playground.speaking(ko)
  await expect(korean.outcome).toContainText('203.0.113.7')
  const summary = (await korean.outcome.textContent()) ?? ''
  const link = await korean.copyLink()
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#s/)

  const other = await visitor({ locale: 'ja-JP' }, ko)
  await other.page.goto(link)
  await other.settled()
  await expect(other.root).toHaveAttribute('lang', 'ko')
  await expect(other.switch('defaultSnat')).toBeChecked()
  await expect(other.switch('configMap')).toBeChecked()
  await expect(other.switch('masqLinkLocal')).not.toBeChecked()
  await expect(other.destination).toHaveValue('1.1.1.1:53')
  await expect(other.tab('config')).toHaveAttribute('aria-selected', 'true')
  expect(await other.typed()).toBe(text)
  await expect(other.scrubber).toHaveValue('2')
  await expect(other.root).toHaveAttribute('data-hop', '3')
  await expect(other.outcome).toHaveText(summary)
})

test('a link to one rule of the chain opens at that rule', async ({ playground, visitor }) => {
  await playground.open()
  await playground.scrubber.fill('2')
  await playground.map.press(',')
  await playground.map.press(',')
  const step = (await playground.root.getAttribute('data-step')) ?? ''
  expect(step).toMatch(/^\d+$/)
  const other = await visitor()
  await other.page.goto(await playground.copyLink())
  await other.settled()
  await expect(other.root).toHaveAttribute('data-hop', '3')
  await expect(other.root).toHaveAttribute('data-step', step)
})

test('a ConfigMap that is refused travels with its link, and so do the rules in force', async ({
  playground,
  visitor,
}) => {
  const [misaligned] = MISTAKES
  await playground.open()
  await playground.switch('configMap').click()
  await expect(playground.outcome).toContainText('Delivered to private-endpoint')
  await playground.openEditor()
  await playground.paste(misaligned?.text ?? '')
  await expect(playground.configStatus).toContainText(misaligned?.says ?? 'a mistake')
  const other = await visitor()
  await other.page.goto(await playground.copyLink())
  await other.settled()
  expect(await other.typed()).toBe(misaligned?.text)
  await expect(other.configStatus).toContainText(misaligned?.says ?? 'a mistake')
  await expect(other.outcome).toContainText('Delivered to private-endpoint')
})

test('loading the page again keeps the work, at once and without a link', async ({
  playground,
}) => {
  await playground.open()
  await playground.openEditor()
  await playground.caretAfter('192.168.0.0/16')
  await playground.page.keyboard.type(' # mine')
  await playground.switch('defaultSnat').click()
  await playground.send('8.8.8.8:853')
  await playground.reload()
  await expect(playground.destination).toHaveValue('8.8.8.8:853')
  await expect(playground.switch('defaultSnat')).not.toBeChecked()
  expect(await playground.typed()).toContain('192.168.0.0/16 # mine')

  // Without the fragment: what the browser kept.
  await playground.open('?')
  await expect(playground.destination).toHaveValue('8.8.8.8:853')
  await expect(playground.switch('defaultSnat')).not.toBeChecked()
})

/** Work that a broken link must not touch. */
async function workOnSomething(playground: Playground): Promise<void> {
  await playground.open()
  await playground.send('8.8.8.8:853')
  await playground.openEditor()
  await playground.caretAfter('192.168.0.0/16')
  await playground.page.keyboard.type(' # mine')
  await expect(playground.hop('node-1 · nat POSTROUTING')).toContainText('8.8.8.8')
}

async function expectWorkKept(playground: Playground): Promise<void> {
  await expect(playground.destination).toHaveValue('8.8.8.8:853')
  await playground.openEditor()
  expect(await playground.typed()).toContain('192.168.0.0/16 # mine')
}

const BROKEN: readonly [what: string, breakIt: (link: string) => string, said: RegExp][] = [
  ['cut', (link) => link.slice(0, -30), /^The end of this link is missing\./],
  ['cut to its beginning', () => '#s3.1', /^The end of this link is missing\./],
  [
    'from a newer version',
    (link) => link.replace('#s3.', '#s7.'),
    /^This link was made by a newer version of this page \(link version 7\.\d, here 3\.\d\)/,
  ],
  [
    'altered',
    (link) => link.replace(/.{8}$/, (end) => [...end].reverse().join('')),
    /^(This link cannot be read|The end of this link is missing)/,
  ],
  ['garbage', () => '#%E0%A4%A', /^This link cannot be read: it is not one of ours/],
]

for (const [what, breakIt, said] of BROKEN) {
  test(`a link that is ${what} says so and leaves the work alone`, async ({
    playground,
    visitor,
  }) => {
    const author = await visitor()
    await author.open()
    await author.switch('defaultSnat').click()
    const link = breakIt(new URL(await author.copyLink()).hash)

    await workOnSomething(playground)
    await playground.open(`?again${link}`)
    await expect(playground.banner(said)).toContainText('Your own work is untouched.')
    await expectWorkKept(playground)

    // The same in the address of the page that is open.
    await playground.banner(said).getByRole('button', { name: 'Dismiss' }).click()
    await expect(playground.banner(said)).toHaveCount(0)
    await playground.page.evaluate((hash) => location.assign(`${hash}`), `${link}!`)
    await expect(playground.banner(/^(The end of this|This) link/)).toBeVisible()
    await expectWorkKept(playground)
  })
}

test('a link that was encoded once too often is read all the same', async ({ visitor }) => {
  const author = await visitor()
  await author.open()
  await author.switch('defaultSnat').click()
  await author.send('8.8.8.8')
  const link = new URL(await author.copyLink()).hash
  for (const fragment of [
    `#${encodeURIComponent(link)}`,
    `#${encodeURIComponent('snat=off&to=8.8.8.8')}`,
  ]) {
    const reader = await visitor()
    await reader.open(fragment)
    await expect(reader.banner('encoded once too often')).toContainText('could be read')
    await expect(reader.switch('defaultSnat')).not.toBeChecked()
    await expect(reader.destination).toHaveValue('8.8.8.8')
  }
})

test('a broken link on the first visit is explained over the first story', async ({
  playground,
}) => {
  await playground.open('#s9.0.abcdefgh')
  await expect(playground.banner('newer version of this page')).toBeVisible()
  await expect(playground.outcome).toContainText('Dropped at on-prem-firewall')
})
