import { expect, type Locator, type Page } from '@playwright/test'
import { detectiveEn } from '../src/i18n/detective.en.ts'
import { en } from '../src/i18n/en.ts'
import { studioEn } from '../src/i18n/studio.en.ts'
import type { PaletteItem } from '../src/i18n/studio-words.ts'
import type { Playground } from './playground.ts'

/** The drawing board as its users know it: by role, by label and by what is written on the map. */
export class Studio {
  readonly page: Page
  readonly #playground: Playground

  constructor(playground: Playground) {
    this.#playground = playground
    this.page = playground.page
  }

  /** Chooses the empty canvas among the scenarios. */
  async openEmpty(): Promise<void> {
    await this.#playground.scenario.selectOption({ label: en.ui.shell.emptyCanvas })
    await expect(this.board).toBeVisible()
    await expect(this.page.getByText(studioEn.empty.hint)).toBeVisible()
  }

  async edit(): Promise<void> {
    await this.switch.click()
    await expect(this.board).toBeVisible()
  }

  /** Between playing and drawing. */
  get switch(): Locator {
    return this.page.getByRole('switch', { name: studioEn.edit, exact: true })
  }

  get locked(): Locator {
    return this.page.getByRole('switch', { name: studioEn.locked, exact: true })
  }

  get board(): Locator {
    return this.page.getByRole('application', { name: studioEn.board.label })
  }

  /** The line that says what was done. */
  get told(): Locator {
    return this.page.getByRole('main').getByRole('status').filter({ visible: true }).first()
  }

  get undo(): Locator {
    return this.page.getByRole('button', { name: studioEn.undo, exact: true })
  }

  get redo(): Locator {
    return this.page.getByRole('button', { name: studioEn.redo, exact: true })
  }

  item(item: PaletteItem): Locator {
    const shelf = this.page.getByRole('complementary', { name: studioEn.shelf.label })
    return shelf.getByRole('button', { name: studioEn.items[item], exact: true })
  }

  /** What is written on the map. */
  drawn(text: string): Locator {
    return this.board.getByText(text, { exact: true })
  }

  /** The foot of a place from which a line is drawn. */
  foot(place: string): Locator {
    return this.board.locator('.place', { hasText: place }).locator('.react-flow__handle').first()
  }

  /** From the list onto something on the map. */
  async drag(item: PaletteItem, onto: Locator): Promise<void> {
    await this.item(item).dragTo(onto)
  }

  /** Presses, moves in steps and lets go, as a hand does. */
  async draw(from: Locator, to: Locator): Promise<void> {
    const a = await middle(from)
    const b = await middle(to)
    await this.page.mouse.move(a.x, a.y)
    await this.page.mouse.down()
    await this.page.mouse.move((a.x + b.x) / 2, (a.y + b.y) / 2, { steps: 5 })
    await this.page.mouse.move(b.x, b.y, { steps: 5 })
    await this.page.mouse.up()
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name })
  }

  /** By the keyboard alone: a letter, a part of a name, Enter. */
  async pick(key: string, dialog: string, name: string): Promise<void> {
    await this.board.press(key)
    await expect(this.dialog(dialog)).toBeVisible()
    await this.page.keyboard.type(name)
    await this.page.keyboard.press('Enter')
    await expect(this.dialog(dialog)).toBeHidden()
  }

  add(item: PaletteItem): Promise<void> {
    return this.pick('a', studioEn.addTitle, studioEn.items[item])
  }

  get findFixes(): Locator {
    return this.page.getByRole('button', { name: detectiveEn.open })
  }

  get fixes(): Locator {
    return this.page.getByRole('button', { name: /^Apply fix / })
  }
}

async function middle(of: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await of.boundingBox()
  expect(box).not.toBeNull()
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
}
