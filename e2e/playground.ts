import {
  type BrowserContextOptions,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test'
import { en } from '../src/i18n/en.ts'
import type { Messages } from '../src/i18n/messages.ts'
import { witness } from './witness.ts'

/** The page as its readers know it: by role and by label, in the words of one language. */
export class Playground {
  readonly page: Page
  readonly #words: Messages

  constructor(page: Page, words: Messages = en) {
    this.page = page
    this.#words = words
  }

  /** The same page after it has changed its language. */
  speaking(words: Messages): Playground {
    return new Playground(this.page, words)
  }

  /** Opens the page, and waits until it says that it is loaded. */
  async open(fragment = ''): Promise<void> {
    await this.page.goto(`./${fragment}`)
    await this.settled()
  }

  /** Where motion is wanted: the first packet is on its way, and the page fetches no more than it needs for that. */
  async openMoving(fragment = ''): Promise<void> {
    await this.page.goto(`./${fragment}`)
    await expect(this.button('pause')).toBeVisible()
  }

  async reload(): Promise<void> {
    await this.page.reload()
    await this.settled()
  }

  async settled(): Promise<void> {
    await expect(this.root).toHaveAttribute('data-loaded', 'true')
  }

  /** The root element, which also says which step is on show: `data-hop`, `data-step`. */
  get root(): Locator {
    return this.page.locator('html')
  }

  /** The journey in words: the text twin of the map. */
  get twin(): Locator {
    return this.page.getByRole('region', { name: this.#words.ui.canvas.twin })
  }

  /** The line that sums the journey up. */
  get outcome(): Locator {
    return this.twin.getByRole('status')
  }

  get wayOut(): Locator {
    return this.twin.getByRole('list', { name: this.#words.ui.hops.outward })
  }

  get reply(): Locator {
    return this.twin.getByRole('list', { name: this.#words.ui.hops.reply })
  }

  /** One line of the twin, by the place and what happens there: `node-1 · nat POSTROUTING`. */
  hop(name: string, leg: Locator = this.wayOut): Locator {
    const title = this.page.getByRole('button', { name, exact: true })
    return leg.getByRole('listitem').filter({ has: title })
  }

  get map(): Locator {
    return this.page.getByRole('region', { name: this.#words.ui.canvas.label })
  }

  /** What the packet carries where it is on the map: `source→destination`, a former source before `⇄`. */
  get packetOnMap(): Locator {
    return this.map.locator('.packet-label')
  }

  /** Over the map, after the first journey: what to try next. The inspector has it at all times. */
  get invitation(): Locator {
    return this.page.getByRole('complementary', { name: this.#words.ui.first.tryThis }).first()
  }

  /** Sends the invitation away; it is there as long as the invitation is. */
  get notNow(): Locator {
    return this.page.getByRole('button', { name: this.#words.ui.shell.keepLooking })
  }

  get scenario(): Locator {
    return this.page.getByLabel(this.#words.ui.scenario.choose)
  }

  async chooseScenario(name: keyof Messages['ui']['panels']['controls']['builtins']) {
    await this.scenario.selectOption({ label: this.#words.ui.panels.controls.builtins[name] })
  }

  get language(): Locator {
    return this.page.getByLabel(this.#words.ui.language.choose, { exact: true })
  }

  get theme(): Locator {
    return this.page.getByLabel(this.#words.ui.theme.choose, { exact: true })
  }

  switch(name: 'defaultSnat' | 'configMap' | 'masqLinkLocal'): Locator {
    const { label, [name]: named } = this.#words.ui.switches
    const bar = this.page.getByRole('group', { name: label, exact: true })
    return bar.getByRole('switch', { name: named, exact: true })
  }

  get destination(): Locator {
    return this.page.getByRole('combobox', { name: this.#words.ui.flow.to, exact: true })
  }

  get sender(): Locator {
    return this.page.getByRole('combobox', { name: this.#words.ui.flow.from, exact: true })
  }

  /** Sends the same from another Pod or node. */
  async sendFrom(name: string): Promise<void> {
    await this.sender.fill(name)
    await this.sender.press('Enter')
  }

  /** Types a destination into the field and sends. */
  async send(to: string): Promise<void> {
    await this.destination.fill(to)
    await this.destination.press('Enter')
  }

  /** Shows what is seldom set about a packet, or hides it. */
  get more(): Locator {
    return this.page.getByRole('button', { name: this.#words.ui.panels.settings.more, exact: true })
  }

  /** The address that the sender has bound to. */
  get boundAddress(): Locator {
    return this.page.getByRole('textbox', { name: this.#words.ui.panels.settings.sourceAddress })
  }

  /** Is the flow older than the last change? */
  get existing(): Locator {
    return this.page.getByRole('switch', { name: this.#words.ui.panels.settings.existing })
  }

  /** A moment between the last change and the last of its effects. */
  moment(code: keyof Messages['ui']['time']['moments']): Locator {
    const { label, moments } = this.#words.ui.time
    const axis = this.page.getByRole('region', { name: label })
    return axis.getByRole('button', { name: moments[code] })
  }

  /** What is said about the flow, at its field. */
  get flowTrouble(): Locator {
    const flow = this.page.getByRole('group', { name: this.#words.ui.flow.label, exact: true })
    return flow.getByRole('alert')
  }

  /** What is said about the page as a whole: a failed engine, a link that cannot be read. */
  banner(text: string | RegExp): Locator {
    return this.page.getByRole('alert').filter({ hasText: text })
  }

  tab(id: 'packet' | 'chain' | 'config'): Locator {
    return this.page.getByRole('tab', { name: this.#words.ui.inspector[id] })
  }

  /** The panel of the chosen tab. */
  get panel(): Locator {
    return this.page.getByRole('tabpanel').last()
  }

  get editor(): Locator {
    const { config, panels } = this.#words.ui
    return this.page.getByRole('textbox', {
      name: new RegExp(`^(${config.editor}|${panels.settings.manifests})$`),
    })
  }

  /** The editor where the dataplane reads manifests of any kind. */
  get manifests(): Locator {
    return this.page.getByRole('textbox', { name: this.#words.ui.panels.settings.manifests })
  }

  /** What became of the text in the editor, and what the tools say to it. */
  get configStatus(): Locator {
    return this.panel.getByRole('status')
  }

  async openEditor(): Promise<void> {
    await this.tab('config').click()
    await expect(this.editor).toBeVisible()
  }

  async openManifests(): Promise<void> {
    await this.tab('config').click()
    await expect(this.manifests).toBeVisible()
  }

  /** What was typed by hand on a node. */
  rulesTypedOn(node: string): Locator {
    const name = this.#words.ui.panels.settings.manualField(node)
    return this.panel.getByRole('textbox', { name, exact: true })
  }

  /** Puts the caret behind the text of a line of the editor. */
  async caretAfter(text: string): Promise<void> {
    await this.editor.getByText(text).click()
    await this.page.keyboard.press('End')
  }

  /** Pastes a text over all that stands in the editor. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
    await this.editor.focus()
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.press('ControlOrMeta+v')
  }

  /** What stands in the editor, or in the plain field that is there before it. */
  async typed(): Promise<string> {
    return this.editor.evaluate((field) =>
      field instanceof HTMLTextAreaElement
        ? field.value
        : [...field.children].map((line) => line.textContent).join('\n'),
    )
  }

  get #playback(): Locator {
    return this.page.getByRole('region', { name: this.#words.ui.playback.label })
  }

  button(name: 'play' | 'pause' | 'replay' | 'back' | 'forward' | 'first' | 'last'): Locator {
    return this.#playback.getByRole('button', { name: this.#words.ui.playback[name], exact: true })
  }

  get scrubber(): Locator {
    return this.#playback.getByRole('slider', { name: this.#words.ui.playback.scrub })
  }

  get speed(): Locator {
    return this.#playback.getByLabel(this.#words.ui.playback.speed)
  }

  get shareButton(): Locator {
    return this.page.getByRole('button', { name: this.#words.ui.share.open, exact: true })
  }

  get shareDialog(): Locator {
    return this.page.getByRole('dialog', { name: this.#words.ui.share.link })
  }

  /** Copies the link through the dialog; what the clipboard then holds. */
  async copyLink(): Promise<string> {
    await this.shareButton.click()
    await this.shareDialog.getByRole('button', { name: this.#words.ui.share.copy }).click()
    await expect(this.shareDialog.getByRole('status')).toHaveText(this.#words.ui.share.copied)
    const link = await this.page.evaluate(() => navigator.clipboard.readText())
    await this.shareDialog.getByRole('button', { name: this.#words.ui.close }).click()
    return link
  }
}

interface Fixtures {
  /** Complaints that a journey brings about on purpose. */
  readonly tolerated: RegExp | null
  /** A browser that has never been here. Whatever it opens is watched. */
  readonly visitor: (options?: BrowserContextOptions, words?: Messages) => Promise<Playground>
  readonly playground: Playground
}

export const test = base.extend<Fixtures>({
  tolerated: [null, { option: true }],
  visitor: async ({ browser, baseURL, tolerated }, use) => {
    const { origin } = new URL(baseURL ?? '')
    const visits: { close: () => Promise<readonly string[]> }[] = []
    await use(async (options, words) => {
      const permissions = ['clipboard-read', 'clipboard-write']
      const context = await browser.newContext({ permissions, ...options })
      const page = await context.newPage()
      const { complaints } = await witness(page, origin, tolerated)
      visits.push({
        close: async () => {
          const all = await complaints()
          await context.close()
          return all
        },
      })
      return new Playground(page, words)
    })
    const complaints = await Promise.all(visits.map(({ close }) => close()))
    expect(complaints.flat()).toEqual([])
  },
  playground: async ({ visitor }, use) => use(await visitor()),
})

export { expect }
