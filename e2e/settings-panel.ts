import type { Locator } from '@playwright/test'
import type { DataplaneWords } from '../src/dataplanes/words.ts'
import { en } from '../src/i18n/en.ts'
import { settingText } from '../src/i18n/messages.ts'
import type { BuiltinName } from '../src/scenario/builtins.ts'
import { expect, type Playground } from './playground.ts'

/** Chooses a built-in scenario from the menu, with the settings of its dataplane beside it. */
export async function openBeside<W extends DataplaneWords>(
  playground: Playground,
  words: W,
  scenario: BuiltinName,
): Promise<SettingsPanel<W>> {
  await playground.open()
  await playground.chooseScenario(scenario)
  await playground.tab('config').click()
  await expect(playground.panel.getByRole('group').first()).toBeVisible()
  return new SettingsPanel(playground, words)
}

/** The settings of one dataplane beside its manifests, by the names that its own words give them. */
export class SettingsPanel<W extends DataplaneWords> {
  readonly #playground: Playground
  readonly #words: W

  constructor(playground: Playground, words: W) {
    this.#playground = playground
    this.#words = words
  }

  switch(key: keyof W['settings'] & string): Locator {
    return this.#playground.panel.getByRole('switch', { name: this.#label(key), exact: true })
  }

  /** A field to type into; a list holds one text on each line. */
  field(key: keyof W['settings'] & string): Locator {
    return this.#playground.panel.getByRole('textbox', { name: this.#label(key), exact: true })
  }

  choice(key: keyof W['settings'] & string): Locator {
    return this.#playground.panel.getByRole('combobox', { name: this.#label(key), exact: true })
  }

  /** Types a text over what stands in a field, and leaves the field. */
  async write(key: keyof W['settings'] & string, text: string): Promise<void> {
    await this.field(key).fill(text)
    await this.field(key).blur()
  }

  #label(key: string): string {
    return settingText(en, this.#words, key).label
  }
}
