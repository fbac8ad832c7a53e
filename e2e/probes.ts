import type { Locator, Page } from '@playwright/test'
import { probeEn } from '../src/i18n/probe/probe.en.ts'
import type { ProbeWords } from '../src/i18n/probe/probe-words.ts'

/** The probes of the page, by role and by label. */
export class Probes {
  readonly #page: Page
  readonly #words: ProbeWords

  constructor(page: Page, words: ProbeWords = probeEn) {
    this.#page = page
    this.#words = words
  }

  /** Among the map's own tools. */
  get tool(): Locator {
    return this.#page.getByRole('button', { name: this.#words.probe, exact: true })
  }

  get dock(): Locator {
    return this.#page.getByRole('region', { name: this.#words.title, exact: true })
  }

  /** Every place, line and chain by name. */
  get list(): Locator {
    return this.dock.getByRole('combobox', { name: this.#words.putAt })
  }

  /** One that stands on the packet's way. */
  onWay(name: string): Locator {
    const way = this.dock.getByRole('list', { name: this.#words.onWay })
    return way.getByRole('button', { name, exact: true })
  }

  at(name: string): Locator {
    return this.dock.getByRole('article', { name, exact: true })
  }

  /** What a command has printed; only one at a place is on show. */
  printed(name: string): Locator {
    return this.at(name).getByRole('log')
  }

  instrument(name: string, label: string): Locator {
    return this.at(name).getByRole('tab', { name: label, exact: true })
  }

  remove(name: string): Locator {
    return this.dock.getByRole('button', { name: this.#words.takeAway(name), exact: true })
  }

  get checksButton(): Locator {
    return this.dock.getByRole('button', { name: this.#words.check, exact: true })
  }

  get checks(): Locator {
    return this.#page.getByRole('dialog', { name: this.#words.check })
  }

  /** Presses on the middle of a line of the map, which has no words of its own. */
  async pressLine(from: string, to: string): Promise<void> {
    await this.#press(`.probe-line[data-line="${from},${to}"]`)
  }

  async pressPlace(place: string): Promise<void> {
    await this.#press(`.probe-place[data-place="${place}"]`)
  }

  async #press(selector: string): Promise<void> {
    const target = this.#page.locator(selector)
    await target.waitFor({ state: 'attached' })
    const { x, y } = await target.evaluate((element) => {
      const box = element.getBoundingClientRect()
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    })
    await this.#page.mouse.click(x, y)
  }

  /** The letters of the marks on the map. */
  get marks(): Locator {
    return this.#page.locator('.probe-mark text')
  }
}
