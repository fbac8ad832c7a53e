import type { Locator } from '@playwright/test'
import { MISTAKES } from './config-texts.ts'
import { expect, type Playground } from './playground.ts'
import type { Tongue } from './tongues.ts'

/** Somewhere on the page, and the way there from the place before it in its walk. */
export interface Place {
  readonly name: string
  /** What is judged by itself, since it lies over the rest without keeping one from it. */
  readonly within?: string
  readonly go: (here: Here) => Promise<void>
}

export interface Here {
  readonly playground: Playground
  readonly words: Tongue
}

/** A dialog that has just opened, by its name. */
const opened = ({ playground: { page } }: Here, name: string): Promise<void> =>
  expect(page.getByRole('dialog', { name, exact: true })).toBeVisible()

/** What is open is left, and is gone. */
async function leave({ playground: { page } }: Here): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

const button = ({ playground: { page } }: Here, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true })

/** While one plays: the first view, the panels and whatever opens in them. */
export const PLAYING: readonly Place[] = [
  { name: 'the first visit', go: ({ playground }) => expect(playground.notNow).toBeVisible() },
  {
    name: 'the packet',
    go: async ({ playground }) => {
      await playground.notNow.click()
      await playground.tab('packet').click()
    },
  },
  {
    name: 'the chain, a row explained',
    go: async ({ playground }) => {
      await playground.tab('chain').click()
      const why = playground.panel.locator('.why-ask').first()
      await why.click()
      await expect(why).toHaveAttribute('aria-expanded', 'true')
    },
  },
  {
    name: 'the sources',
    go: async ({ playground: { page }, words }) => {
      await page.getByText(words.messages.ui.sources.ask).first().click()
      await expect(page.locator('cite').first()).toBeVisible()
    },
  },
  {
    name: 'the dataplanes',
    within: '.dataplane-choice',
    go: async ({ playground: { page }, words }) => {
      const choice = page.getByRole('group', {
        name: words.messages.ui.panels.settings.dataplane,
        exact: true,
      })
      await choice.getByRole('button').first().click()
      await expect(choice.getByRole('listitem').first()).toBeVisible()
    },
  },
  {
    name: 'the flows, the destinations and what is seldom set',
    within: '.control-bar',
    go: async ({ playground, words: { flows } }) => {
      await playground.page.keyboard.press('Escape')
      await playground.page.locator('.flows-button').click()
      await expect(playground.page.getByRole('region', { name: flows.title })).toBeVisible()
      await playground.more.click()
      await expect(playground.boundAddress).toBeVisible()
      await playground.destination.click()
      const known = playground.page.getByRole('listbox', { name: flows.choose.destinations })
      await expect(known).toBeVisible()
    },
  },
  {
    name: 'what was refused',
    go: async ({ playground }) => {
      await playground.page.keyboard.press('Escape')
      await playground.page.locator('.flows-button').click()
      await playground.switch('configMap').click()
      await expect(playground.outcome).toContainText('10.1.1.10')
      await playground.openEditor()
      await playground.paste(MISTAKES[0]?.text ?? '')
      await expect(playground.configStatus).toContainText('10.0.0.1/8')
      await playground.send('no-such-host')
      await expect(playground.flowTrouble).toContainText('no-such-host')
    },
  },
  {
    name: 'moments after a change, at the kernel’s level, and the text',
    go: async ({ playground, words: { explain } }) => {
      await playground.send('10.2.1.100:443')
      await playground.page.getByLabel(explain.level).selectOption('kernel')
      await playground.page.getByRole('button', { name: explain.asText, exact: true }).click()
      await expect(playground.page.getByRole('region', { name: explain.text })).toBeVisible()
    },
  },
  {
    name: 'the text for a manager, several flows at once',
    go: async ({ playground: { page }, words: { explain, allFlows } }) => {
      await page.getByLabel(explain.level).selectOption('manager')
      await page.getByRole('switch', { name: allFlows.all, exact: true }).click()
      await expect(page.getByRole('region', { name: allFlows.title })).toBeVisible()
    },
  },
]

/** What opens over the page or in place of a part of it. */
export const OPENING: readonly Place[] = [
  {
    name: 'sharing',
    go: async (here) => {
      await here.playground.shareButton.click()
      await opened(here, here.words.messages.ui.share.link)
    },
  },
  {
    name: 'the commands',
    go: async (here) => {
      await leave(here)
      await here.playground.page.keyboard.press('ControlOrMeta+k')
      await opened(here, here.words.guide.palette.open)
      await here.playground.page.keyboard.type('nat')
    },
  },
  {
    name: 'the keys',
    go: async (here) => {
      await leave(here)
      await here.playground.page.keyboard.press('?')
      await opened(here, here.words.guide.shortcuts.title)
    },
  },
  {
    name: 'the glossary',
    go: async (here) => {
      await leave(here)
      await button(here, here.words.explain.glossary).click()
      await opened(here, here.words.glossary.words.title)
    },
  },
  {
    name: 'what firewalls must let in',
    go: async (here) => {
      await leave(here)
      await button(here, here.words.detective.allow).click()
      await opened(here, here.words.arrivals.title)
    },
  },
  ...[0, 1, 2, 3].map((step) => ({
    name: `the tour, step ${step + 1}`,
    go: async (here: Here) => {
      const { take, next, steps } = here.words.guide.tour
      if (step === 0) await leave(here)
      await button(here, step === 0 ? take : next).click()
      const { title } = Object.values(steps)[step] ?? { title: '' }
      await opened(here, title)
    },
  })),
  {
    name: 'probes and what they print',
    go: async (here) => {
      await leave(here)
      const { page } = here.playground
      await here.playground.map.focus()
      await page.keyboard.press('Home')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('p')
      await expect(page.getByRole('region', { name: here.words.probe.title })).toBeVisible()
      await expect(page.locator('.terminal').first()).toBeVisible()
    },
  },
  {
    name: 'checks on a real cluster',
    go: async (here) => {
      await button(here, here.words.probe.check).click()
      await opened(here, here.words.probe.check)
      await expect(here.playground.page.getByRole('dialog').locator('pre').first()).toBeVisible()
    },
  },
  {
    name: 'the detective',
    go: async (here) => {
      await leave(here)
      await button(here, here.words.probe.takeAllAway).click()
      await button(here, here.words.detective.open).click()
      await expect(button(here, here.words.detective.applyNamed(1))).toBeVisible()
    },
  },
  {
    name: 'a fix that was applied',
    go: async (here) => {
      await button(here, here.words.detective.applyNamed(1)).click()
      await expect(button(here, here.words.detective.undo)).toBeVisible()
    },
  },
  {
    name: 'the dataplanes side by side',
    go: async (here) => {
      await button(here, here.words.messages.ui.compare).click()
      const lanes = here.playground.page.getByRole('region', { name: here.words.compare.lanes })
      await expect(lanes.getByRole('listitem').nth(3)).toBeVisible()
    },
  },
]

const board = ({ playground: { page }, words }: Here): Locator =>
  page.getByRole('application', { name: words.studio.board.label })

/** Finds a thing in the outline and goes to it on the map. */
async function goTo(here: Here, thing: string): Promise<void> {
  await board(here).press('/')
  await here.playground.page.keyboard.type(thing)
  await here.playground.page.keyboard.press('Enter')
  await expect(board(here)).toBeFocused()
}

const asks = (key: string, title: (words: Tongue) => string) => async (here: Here) => {
  await board(here).press(key)
  await opened(here, title(here.words))
}

/** While one draws: the board, a thing’s properties and the dialogs. */
export const DRAWING: readonly Place[] = [
  {
    name: 'the settings of a dataplane with manifests',
    go: async ({ playground }) => {
      await playground.chooseScenario('calico-nat-outgoing')
      await playground.openManifests()
      await expect(playground.panel.getByRole('switch').first()).toBeVisible()
    },
  },
  {
    name: 'the board, what can be added',
    go: async (here) => {
      const { page } = here.playground
      await here.playground.chooseScenario('private-endpoint-as-is')
      await page.getByRole('switch', { name: here.words.studio.edit, exact: true }).click()
      await expect(board(here)).toBeVisible()
    },
  },
  {
    name: 'the outline, a thing and its properties',
    go: async (here) => {
      await goTo(here, 'pod-a')
      await expect(here.playground.page.locator('.thing-panel')).toBeVisible()
    },
  },
  { name: 'adding', go: asks('a', ({ studio }) => studio.addTitle) },
  {
    name: 'connecting',
    go: async (here) => {
      await leave(here)
      await asks('c', ({ studio }) => studio.connectTitle('pod-a'))(here)
    },
  },
  {
    name: 'moving',
    go: async (here) => {
      await leave(here)
      await asks('m', ({ studio }) => studio.moveTitle('pod-a'))(here)
    },
  },
  {
    name: 'naming',
    go: async (here) => {
      await leave(here)
      await button(here, here.words.studio.rename).press('Enter')
      await opened(here, here.words.studio.renameTitle('pod-a'))
    },
  },
  {
    name: 'an empty board',
    go: async (here) => {
      await leave(here)
      const { scenario } = here.playground
      await scenario.selectOption({ label: here.words.messages.ui.shell.emptyCanvas })
      await expect(here.playground.page.getByText(here.words.studio.empty.hint)).toBeVisible()
    },
  },
]
