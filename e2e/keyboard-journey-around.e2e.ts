import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hands, test } from './hands.ts'
import { expect, type Playground } from './playground.ts'
import { Studio } from './studio.ts'
import { ENGLISH } from './tongues.ts'

const { messages, detective, explain, glossary, guide, probe, studio } = ENGLISH
const { ui } = messages
const AS_IS = 'Dropped at on-prem-firewall. Source seen: 100.65.0.50 (Pod).'
const TO_BE = 'Delivered to private-endpoint. Source seen: 10.1.1.10 (node).'

/** Every journey that a pointer makes, and where the same is done with keys. */
const BY_KEYS: Readonly<Record<string, string>> = {
  'access-walk': 'what opens over the page',
  access: 'settings',
  arrivals: 'what opens over the page',
  chain: 'chain.e2e.ts, breakpoints with the keyboard; the inspector; playing; jumped over',
  compare: 'side by side',
  detective: 'detective.e2e.ts, with the keyboard alone; found, tried, taken back',
  explain: 'read',
  'edit-config': 'keyboard.e2e.ts, the editor; settings',
  'first-packet': 'keyboard.e2e.ts, the first packet',
  flows: 'flows',
  languages: 'the page itself',
  'many-packets': 'flows',
  path: 'playing',
  playback: 'playing; the first visit',
  probe: 'probes',
  'rows-around': 'settings',
  'rows-gke': 'settings',
  'rows-manifests': 'settings',
  settings: 'settings',
  'share-link': 'keyboard.e2e.ts, the share dialog',
  'studio-build': 'studio-keyboard.e2e.ts; drawing',
  'studio-keyboard': 'drawing',
  'studio-trouble': 'drawing',
  'studio-undo': 'drawing',
  time: 'settings',
  trouble: 'the page itself',
}

test.beforeEach(() => test.slow())

const button = ({ page }: Playground, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true })

test('no journey of a pointer is left without its twin here, and this one has none', () => {
  const pointed = /\.(click|dblclick|hover|dragTo|tap|check)\(/
  const others = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.e2e.ts'))
    .filter((name) => !name.startsWith('keyboard-journey'))
  const byPointer = others.filter((name) =>
    pointed.test(readFileSync(join(import.meta.dirname, name), 'utf8')),
  )
  expect(byPointer.length).toBeGreaterThan(10)
  const known = Object.keys(BY_KEYS).map((name) => `${name}.e2e.ts`)
  expect(byPointer.filter((name) => !known.includes(name))).toEqual([])
})

test('the first visit: shown round in four steps, never asked again, and what to try is tried', async ({
  playground,
  hands,
}) => {
  await playground.open()
  const { page } = playground
  await hands.push(button(playground, guide.tour.take))
  for (const [i, { title }] of Object.values(guide.tour.steps).entries()) {
    const step = page.getByRole('dialog', { name: title, exact: true })
    await expect(step).toBeFocused()
    await hands.push(step.getByRole('button', { name: i === 3 ? guide.tour.end : guide.tour.next }))
  }
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: guide.palette.open })).toBeFocused()

  await playground.reload()
  await expect(playground.outcome).toContainText(AS_IS)
  await expect(button(playground, guide.tour.take)).toHaveCount(0)
})

test('what is offered first is left aside, or taken', async ({ playground, visitor, hands }) => {
  await playground.open()
  await hands.push(playground.notNow)
  await expect(playground.notNow).toHaveCount(0)
  await expect(playground.map).toBeFocused()

  const another = await visitor()
  await another.open()
  const theirs = new Hands(another.page)
  await theirs.push(another.invitation.getByRole('button'))
  await expect(another.page.getByRole('region', { name: detective.title })).toBeVisible()
})

test('what opens over the page gives the focus back to where it was', async ({
  playground,
  hands,
}) => {
  await playground.open()
  const { page } = playground
  const glossaryButton = button(playground, explain.glossary)
  await hands.push(glossaryButton)
  await expect(page.getByRole('dialog', { name: glossary.words.title })).toBeVisible()
  await hands.press('Escape')
  await expect(glossaryButton).toBeFocused()

  for (const [key, name] of [
    ['?', guide.shortcuts.title],
    ['ControlOrMeta+k', guide.palette.open],
  ] as const) {
    await hands.press(key)
    await expect(page.getByRole('dialog', { name, exact: true })).toBeVisible()
    await hands.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(glossaryButton).toBeFocused()
  }
  // What opened the commands closes them as well.
  await hands.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog', { name: guide.palette.open })).toBeVisible()
  await hands.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(glossaryButton).toBeFocused()
})

test('read: at three levels, as a text that is copied, and on paper', async ({
  playground,
  hands,
}) => {
  await playground.open()
  const { page } = playground
  const level = page.getByLabel(explain.level)
  await hands.tabTo(level)
  await hands.press('End')
  await expect(level).toHaveValue('kernel')
  await hands.press('Home')
  await expect(level).toHaveValue('manager')
  await hands.pushBefore(button(playground, explain.asText))
  await hands.push(button(playground, explain.copy))
  await expect(page.getByRole('region', { name: explain.text })).toContainText(explain.copied)
  await hands.pushBefore(button(playground, explain.print))
  await expect(playground.root).toHaveAttribute('data-printed', 'true')
})

test('probes: put by a letter and from the list, read, checked on a cluster, taken away', async ({
  playground,
  hands,
}) => {
  await playground.open()
  const { page } = playground
  await hands.tabTo(playground.map)
  await hands.press('Home', 'ArrowRight', 'p')
  const dock = page.getByRole('region', { name: probe.title })
  await expect(dock.locator('pre').first()).toBeVisible()
  const check = dock.getByRole('button', { name: probe.check })
  await hands.push(check)
  const dialog = page.getByRole('dialog', { name: probe.check })
  await hands.push(dialog.getByRole('button', { name: probe.checks.copyAs('Markdown') }))
  await expect(dialog.getByRole('status').first()).toHaveText(probe.copied)
  await hands.press('Escape')
  await expect(check).toBeFocused()
  await hands.push(dock.getByRole('button', { name: probe.takeAllAway }))
  await expect(dock).toHaveCount(0)
})

test('commands: a scenario, a place of the map, a flow and a theme, by a part of their names', async ({
  playground,
  hands,
}) => {
  await playground.open()
  await hands.command(ui.panels.controls.builtins['private-endpoint-to-be'])
  await expect(playground.outcome).toContainText(TO_BE)
  await hands.command('metadata-server')
  await expect(playground.map).toBeFocused()
  await hands.command(guide.commands.chooseFlow('pod-to-internet'))
  await expect(playground.outcome).toContainText('Delivered to public-dns')
  await hands.command(guide.commands.look(ui.theme.dark))
  await expect(playground.root).toHaveAttribute('data-theme', 'dark')
})

test('the page itself: trouble sent away, its language and its light', async ({
  playground,
  hands,
}) => {
  await playground.open('#s9.0.abcdefgh')
  await hands.push(button(playground, ui.trouble.dismiss))
  await expect(playground.banner('newer version')).toHaveCount(0)
  await hands.tabTo(playground.theme)
  await hands.press('Home', 'ArrowDown')
  await expect(playground.root).toHaveAttribute('data-theme', 'dark')
  await hands.backTo(playground.language)
  await hands.press('ArrowDown')
  await expect(playground.root).toHaveAttribute('lang', 'ko')
})

test('drawing: begun, a thing put, selected, deleted, taken back, copied and locked', async ({
  playground,
  hands,
}) => {
  await playground.open()
  const board = new Studio(playground)
  await hands.push(board.switch, 'Space')
  await hands.push(board.item('node'))
  await expect(board.told).toContainText('Node node-2 added')
  await hands.tabTo(board.board)
  await hands.press('/')
  await hands.type('pod-a')
  await hands.press('Enter')
  await expect(board.told).toContainText('Pod pod-a')
  await hands.press('Delete')
  await expect(board.drawn('pod-a')).toBeHidden()
  await hands.press('ControlOrMeta+z')
  await expect(board.drawn('pod-a')).toBeVisible()
  await hands.press('/')
  await hands.type('pod-a')
  // As fast as that: what was copied last is pasted, whatever the clipboard held before.
  await board.page.evaluate(() => navigator.clipboard.writeText('a: - b'))
  await hands.press('Enter', 'ControlOrMeta+c', 'ControlOrMeta+v')
  await expect(board.told).toContainText('Pod pod-b added')
  await hands.pushBefore(board.undo)
  await expect(board.drawn('pod-b')).toBeHidden()
  await hands.push(board.redo)
  await expect(board.drawn('pod-b')).toBeVisible()
  await hands.push(board.locked, 'Space')
  await expect(board.told).toHaveText('The map is locked.')
  await hands.pushBefore(board.page.getByRole('button', { name: studio.find, exact: true }))
  await expect(board.page.getByRole('searchbox', { name: studio.findHint })).toBeFocused()
})
