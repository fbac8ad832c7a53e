import type { Locator } from '@playwright/test'
import { chainEn } from '../src/i18n/chain.en.ts'
import type { ChainWords } from '../src/i18n/chain-words.ts'
import { en } from '../src/i18n/en.ts'
import type { Messages } from '../src/i18n/messages.ts'
import type { Playground } from './playground.ts'

/** The rules of a node, as their readers know them: rows, the bar that steps through them, the map beside. */
export class ChainPanel {
  readonly #playground: Playground
  readonly #words: ChainWords
  readonly #messages: Messages

  constructor(playground: Playground, words = chainEn, messages: Messages = en) {
    this.#playground = playground
    this.#words = words
    this.#messages = messages
  }

  async open(): Promise<void> {
    await this.#playground.tab('chain').click()
    await this.steps.waitFor()
  }

  /** The bar over the rules. */
  get steps(): Locator {
    return this.#playground.panel.getByRole('region', { name: this.#words.stepping })
  }

  step(name: 'into' | 'over' | 'backOut'): Locator {
    return this.steps.getByRole('button', { name: this.#words[name], exact: true })
  }

  /** The way in, as long as one is not among the rules yet. */
  stepInto(rules: number): Locator {
    return this.steps.getByRole('button', { name: this.#words.stepsThrough(rules), exact: true })
  }

  get slider(): Locator {
    return this.steps.getByRole('slider', { name: this.#words.row })
  }

  /** That playing came to a stop. */
  get stopped(): Locator {
    return this.#playground.panel.getByRole('status').filter({ hasText: /\S/ })
  }

  get table(): Locator {
    return this.#playground.panel.getByRole('table').first()
  }

  /** The rule of a chain, where a chain is walked twice the first time. */
  rule(line: number, chain: string): Locator {
    return this.table
      .getByRole('row')
      .filter({ has: this.#playground.page.getByRole('button', { name: this.#stop(line, chain) }) })
      .first()
  }

  /** The button that makes playing stop at a rule. */
  stop(line: number, chain: string): Locator {
    return this.rule(line, chain).getByRole('button', { name: this.#stop(line, chain) })
  }

  #stop = (line: number, chain: string): RegExp =>
    new RegExp(`^${this.#words.stopAt(line, chain).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)

  /** Rows that say something, rules or not. */
  row(text: string | RegExp): Locator {
    return this.table.getByRole('row').filter({ hasText: text })
  }

  /** The row that is on show while one steps. */
  get current(): Locator {
    return this.table.locator('[aria-current="step"]')
  }

  /** What is written under a row once its reason was asked for. */
  get told(): Locator {
    return this.table.locator('.rule-detail')
  }

  async askWhy(line: number, chain: string): Promise<void> {
    const ask = this.rule(line, chain).getByRole('button', {
      name: new RegExp(`^(${this.#words.whyNot}|${this.#words.why})`.replace('?', '\\?')),
    })
    await ask.click()
  }

  get beside(): Locator {
    return this.steps.getByRole('button', { name: this.#words.besideConfig })
  }

  /** What is lit on the map, by id of a place or a zone. */
  get litOnMap(): Locator {
    return this.#playground.map.locator('.lit-ring')
  }

  async litThings(): Promise<readonly string[]> {
    return this.litOnMap.evaluateAll((rings) =>
      rings.map((ring) => ring.getAttribute('data-thing') ?? ''),
    )
  }

  get label(): string {
    return this.#messages.ui.chain.label
  }
}
