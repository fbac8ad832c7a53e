import { expect, test } from '@playwright/test'
import { witness } from './witness.ts'

/** Each breach, done from inside the page, and what has to be heard of it. */
const BREACHES: readonly [title: string, breach: () => unknown, heard: RegExp][] = [
  ['an error on the console', () => console.error('a mistake'), /console error: a mistake/],
  ['a warning on the console', () => console.warn('a doubt'), /console warning: a doubt/],
  ['an uncaught error', () => void setTimeout(() => JSON.parse('{')), /thrown: .*JSON/],
  [
    'a style that the policy forbids',
    () => document.body.setAttribute('style', 'color: red'),
    /policy violated: style-src/,
  ],
  [
    'a request after the page was loaded',
    () => document.body.append(Object.assign(new Image(), { src: './late.svg' })),
    /request after the page was loaded: .*late\.svg/,
  ],
]

for (const [title, breach, heard] of BREACHES) {
  test(`the witness of every journey hears ${title}`, async ({ page, baseURL }) => {
    const { complaints } = await witness(page, new URL(baseURL ?? '').origin, null)
    await page.goto('./')
    await expect(page.locator('html')).toHaveAttribute('data-loaded', 'true')
    expect(await complaints()).toEqual([])
    await page.evaluate(breach)
    await expect(async () => {
      expect((await complaints()).join('\n')).toMatch(heard)
    }).toPass()
  })
}

test('the witness of every journey hears a request to another origin', async ({
  page,
  baseURL,
}) => {
  const { complaints } = await witness(page, 'http://another.invalid', null)
  await page.goto('./')
  expect((await complaints())[0]).toBe(`request to another origin: ${baseURL}`)
})
