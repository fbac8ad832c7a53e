import type { Locator, Page } from '@playwright/test'
import { test as base, expect } from './playground.ts'

/** How often a key may be pressed until something has the focus: more often nobody would. */
const PATIENCE = 160

/** Someone who has a keyboard and nothing else, and who must see where the focus is. */
export class Hands {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text)
  }

  /** Over all that stands in a field, and sends it. */
  async write(text: string): Promise<void> {
    await this.press('ControlOrMeta+a')
    await this.type(text)
    await this.press('Enter')
  }

  /** Presses a key until the element has the focus; wherever the focus rests meanwhile is visible. */
  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(target).toBeVisible()
    for (let presses = 0; presses < PATIENCE; presses += 1) {
      await this.press(key)
      await expectFocusVisible(this.#page)
      if (await isFocused(target)) return
    }
    throw new Error(`${PATIENCE} presses of ${key} did not lead to ${target}`)
  }

  backTo(target: Locator): Promise<void> {
    return this.tabTo(target, 'Shift+Tab')
  }

  /** Goes there by Tab and presses Enter, or another key. */
  async push(target: Locator, key = 'Enter'): Promise<void> {
    await this.tabTo(target)
    await this.press(key)
  }

  /** The same, backwards. */
  async pushBefore(target: Locator, key = 'Enter'): Promise<void> {
    await this.backTo(target)
    await this.press(key)
  }

  /** Types the name of a command, and runs the first that fits. */
  async command(name: string): Promise<void> {
    await this.press('ControlOrMeta+k')
    const palette = this.#page.getByRole('dialog')
    await expect(palette.getByRole('combobox')).toBeFocused()
    await this.type(name)
    await expect(palette.getByRole('option', { selected: true })).toContainText(name)
    await this.press('Enter')
    await expect(palette).toHaveCount(0)
  }
}

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const root = element.getRootNode()
    return root instanceof ShadowRoot
      ? root.activeElement === element
      : document.activeElement === element
  })

/** Where the focus is, with or without a ring around it or around what it is in. */
async function expectFocusVisible(page: Page): Promise<void> {
  const focus = await page.evaluate(() => {
    const focused = document.activeElement
    if (focused === null || focused === document.body) return 'outside the page'
    const around = [focused, focused.parentElement, focused.parentElement?.parentElement]
    const ringed = around.some((element) => {
      if (element == null) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1
      return outlined || (element === focused && boxShadow !== 'none')
    })
    return ringed ? 'visible' : focused.outerHTML.slice(0, 120)
  })
  expect(focus).toMatch(/^(visible|outside the page)$/)
}

/** A page on which any pointer is a mistake: the mouse throws, and what comes from one is told. */
export const test = base.extend<{ readonly hands: Hands }>({
  hands: async ({ playground: { page } }, use) => {
    const refuse = () => Promise.reject(new Error('This journey has no mouse.'))
    for (const name of ['click', 'dblclick', 'down', 'move', 'up', 'wheel'] as const) {
      page.mouse[name] = refuse
    }
    page.touchscreen.tap = refuse
    await page.addInitScript(() => {
      for (const type of ['pointerdown', 'pointermove', 'wheel', 'touchstart']) {
        addEventListener(type, () => console.error(`a pointer was used: ${type}`), true)
      }
      window.print = () => document.documentElement.setAttribute('data-printed', 'true')
    })
    await use(new Hands(page))
  },
})
