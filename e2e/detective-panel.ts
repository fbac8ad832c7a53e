import type { Locator, Page } from '@playwright/test'
import { detectiveEn } from '../src/i18n/detective.en.ts'
import type { DetectiveWords } from '../src/i18n/detective-words.ts'

/** Where one looks for why a flow fails, by role and by label. */
export class DetectivePanel {
  readonly #page: Page
  readonly #words: DetectiveWords

  constructor(page: Page, words: DetectiveWords = detectiveEn) {
    this.#page = page
    this.#words = words
  }

  get door(): Locator {
    const { open, compare } = this.#words
    return this.#page.getByRole('button', { name: new RegExp(`^(${escaped(open)}|${compare})$`) })
  }

  get panel(): Locator {
    const { title, compare } = this.#words
    return this.#page.getByRole('region', { name: new RegExp(`^(${title}|${compare})$`) })
  }

  /** The cards, the best first. */
  get fixes(): Locator {
    return this.panel.getByRole('listitem').filter({ has: this.#page.getByRole('button') })
  }

  apply(number: number): Locator {
    return this.panel.getByRole('button', { name: this.#words.applyNamed(number), exact: true })
  }

  get undo(): Locator {
    return this.panel.getByRole('button', { name: this.#words.undo })
  }

  get close(): Locator {
    return this.panel.getByRole('button', { name: this.#words.close })
  }

  get standing(): Locator {
    return this.panel.getByRole('status')
  }
}

const escaped = (text: string): string => text.replaceAll(/[?.]/g, '\\$&')
