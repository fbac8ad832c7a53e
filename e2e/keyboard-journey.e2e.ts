import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hands } from './hands.ts'
import { test as base, expect, type Playground } from './playground.ts'
import { Studio } from './studio.ts'
import { ENGLISH } from './tongues.ts'

const { messages, arrivals, compare, detective, explain, flows, glossary, guide, probe, studio } =
  ENGLISH
const { ui } = messages
const AS_IS = 'Dropped at on-prem-firewall. Source seen: 100.65.0.50 (Pod).'
const TO_BE = 'Delivered to private-endpoint. Source seen: 10.1.1.10 (node).'

/** Every journey that a pointer makes, and where the same is done with keys. */
const BY_KEYS: Readonly<Record<string, string>> = {
  'access-walk': 'what opens over the page',
  access: 'settings',
  arrivals: 'what opens over the page',
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

/** A page on which any pointer is a mistake: the mouse throws, and what comes from one is told. */
const test = base.extend<{ readonly hands: Hands }>({
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

test('playing: steps of every size, the scrubber, the speed, the path and the list of hops', async ({
  visitor,
  playground,
  hands,
}) => {
  await playground.open()
  await hands.push(button(playground, ui.skipToMap))
  await expect(playground.map).toBeFocused()
  for (const [key, hop] of [
    ['Home', '1'],
    ['ArrowRight', '2'],
    ['ArrowDown', '3'],
    ['ArrowLeft', '2'],
    ['ArrowUp', '1'],
    ['End', '6'],
  ] as const) {
    await hands.press(key)
    await expect(playground.root).toHaveAttribute('data-hop', hop)
  }
  await hands.press('Home', 'ArrowRight', '.')
  await expect(playground.root).toHaveAttribute('data-step', '1')
  await hands.press(',')
  await expect(playground.root).toHaveAttribute('data-step', 'done')
  await hands.push(button(playground, 'Node: passed'))
  await expect(playground.root).toHaveAttribute('data-hop', '3')
  await hands.push(playground.page.locator('summary', { hasText: 'What one sees' }))
  await expect(playground.twin).toContainText('Connection timed out')
  await hands.push(button(playground, 'pod-a · send'))
  await expect(playground.root).toHaveAttribute('data-hop', '1')

  const moving = await visitor({ reducedMotion: 'no-preference' })
  await moving.open()
  const theirs = new Hands(moving.page)
  await theirs.push(moving.button('pause'))
  await expect(moving.button('play')).toBeFocused()
  await theirs.push(moving.speed, 'End')
  await expect(moving.speed).toHaveValue('4')
  await theirs.backTo(moving.map)
  await theirs.press('Home', 'Space')
  await expect(moving.button('pause')).toBeVisible()
  await theirs.press('Space')
  await expect(moving.button('play')).toBeVisible()
})

test('the inspector: its tabs, a row that is asked why, the sources, and linked rules', async ({
  playground,
  hands,
}) => {
  await playground.open()
  await hands.tabTo(playground.tab('chain'))
  await hands.press('ArrowLeft')
  await expect(playground.tab('packet')).toBeFocused()
  await expect(playground.panel).toContainText('100.65.0.50')
  await hands.press('End')
  await expect(playground.tab('config')).toBeFocused()
  await hands.press('ArrowLeft')
  await expect(playground.tab('chain')).toBeFocused()
  await hands.push(playground.panel.getByText(ui.sources.ask).first())
  await expect(playground.panel.locator('cite').first()).toBeVisible()
  const why = playground.panel.getByRole('button', { name: /^Why not this row\?/ }).first()
  await hands.push(why)
  await expect(why).toHaveAttribute('aria-expanded', 'true')
  const fold = playground.panel.getByRole('button', { name: /not reached/ }).last()
  await hands.backTo(playground.tab('chain'))
  await hands.press('Tab')
  await expect(playground.panel).toBeFocused()
  await hands.push(fold)
  await expect(playground.panel).toBeVisible()
})

test('settings: another scenario, a switch, a moment, another dataplane, its manifests and typed rules', async ({
  playground,
  hands,
}) => {
  await playground.open()
  const { page } = playground
  await hands.push(playground.switch('configMap'), 'Space')
  await expect(playground.outcome).toContainText(TO_BE)
  await hands.push(playground.moment('projected'))
  await expect(playground.outcome).toContainText(AS_IS)
  await hands.push(page.getByLabel(ui.time.flow, { exact: true }), 'ArrowDown')
  await hands.backTo(playground.moment('in-force'))
  await hands.press('Enter')
  await expect(playground.outcome).toContainText(AS_IS)

  await hands.pushBefore(button(playground, 'GKE Standard'))
  await expect(button(playground, /^GKE Standard ?\S/)).toBeFocused()
  await hands.push(button(playground, /^Calico ?\S/))
  await expect(button(playground, 'Calico')).toBeFocused()
  const nat = page
    .getByRole('group', { name: 'Cluster settings' })
    .getByRole('switch', { name: 'NAT for outgoing packets' })
  await hands.push(nat, 'Space')
  await expect(playground.outcome).toContainText('100.65.0.50')

  await hands.tabTo(playground.tab('chain'))
  await hands.press('End')
  await expect(playground.manifests).toBeVisible()
  const settings = playground.panel.getByRole('group').filter({ hasText: 'Settings' })
  await hands.push(settings.getByRole('button', { name: /show line \d+/ }).first())
  await expect(playground.manifests).toBeFocused()
  await hands.press('Escape')
  await hands.push(playground.panel.getByText('Rules typed on a node'))
  await hands.tabTo(playground.panel.getByRole('textbox', { name: 'Rules typed on node-1' }))
  await hands.type('iptables -t nat -I POSTROUTING -d 10.2.1.100 -j MASQUERADE')
  await expect(playground.outcome).toContainText('10.1.1.10')
})

test('flows: listed, added, named, turned round, sent again, put in order, deleted', async ({
  playground,
  hands,
}) => {
  await playground.open()
  const { page } = playground
  const list = page.getByRole('region', { name: flows.title, exact: true })
  const act = (name: keyof typeof flows.acts) =>
    list.getByRole('button', { name: flows.acts[name], exact: true })
  const rows = list.getByRole('rowheader')
  await hands.push(button(playground, /^Flows:/))
  await hands.push(list.getByRole('button', { name: flows.show('node-to-endpoint') }))
  await expect(playground.outcome).toContainText(TO_BE)
  await hands.push(act('duplicate'))
  await expect(rows).toHaveCount(5)
  await hands.backTo(list.getByRole('textbox', { name: flows.name }))
  await hands.write('again')
  await expect(rows.filter({ hasText: 'again' })).toBeVisible()
  await hands.push(act('reverse'))
  await expect(playground.sender).toHaveValue('private-endpoint')
  await hands.push(act('up'))
  await hands.pushBefore(act('remove'))
  await expect(rows).toHaveCount(4)
  await hands.push(act('add'))
  await expect(playground.destination).toBeFocused()
  await hands.type('dns')
  await hands.press('ArrowDown', 'Enter')
  await expect(playground.destination).toHaveValue('public-dns')
  await hands.backTo(playground.sender)
  await hands.write('node-1')
  await expect(playground.outcome).toContainText('Delivered to public-dns')
  await hands.push(playground.more)
  await hands.push(playground.existing, 'Space')
  await expect(playground.existing).toBeChecked()
  await hands.backTo(playground.boundAddress)
  await hands.write('10.1.1.10')
  await expect(playground.outcome).toContainText('Delivered to public-dns')
  await hands.pushBefore(
    page.getByRole('switch', { name: ENGLISH.allFlows.all, exact: true }),
    'Space',
  )
  await expect(page.getByRole('region', { name: ENGLISH.allFlows.title })).toBeVisible()
})

test('found, tried, taken back: the detective, and what firewalls must let in', async ({
  playground,
  hands,
}) => {
  await playground.open()
  const { page } = playground
  await hands.push(button(playground, detective.open))
  await hands.push(button(playground, detective.applyNamed(2)))
  await expect(playground.outcome).toContainText('Delivered to private-endpoint')
  await hands.push(button(playground, detective.undo))
  await expect(playground.outcome).toContainText(AS_IS)
  await hands.push(button(playground, detective.close))
  await expect(button(playground, detective.open)).toBeFocused()

  await hands.push(button(playground, detective.allow))
  const dialog = page.getByRole('dialog', { name: arrivals.title })
  await hands.push(dialog.getByRole('button', { name: arrivals.copyAs('TSV') }))
  await expect(dialog.getByRole('status').first()).toHaveText(arrivals.copied)
  await hands.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(button(playground, detective.allow)).toBeFocused()
})

test('side by side: who takes part, a cell’s packet, the steps of all lanes, and back', async ({
  playground,
  hands,
}) => {
  await playground.open()
  const { page } = playground
  await hands.push(button(playground, ui.compare))
  const lanes = page.getByRole('region', { name: compare.lanes })
  await expect(lanes.getByRole('listitem').nth(2)).toBeVisible()
  const cilium = page
    .getByRole('group', { name: compare.choose })
    .getByRole('checkbox', { name: 'Cilium', exact: true })
  await hands.push(cilium, 'Space')
  await expect(cilium).not.toBeChecked()
  await hands.tabTo(lanes)
  await hands.press('Home')
  await expect(lanes.getByText('Step 1 of')).toContainText('100.65.0.50')
  await hands.push(
    page
      .getByRole('row', { name: compare.matrix.rows.internet })
      .getByRole('button', { name: 'Calico' }),
  )
  await expect(lanes.getByRole('listitem').first()).toContainText('8.8.8.8')
  await hands.pushBefore(page.getByRole('button', { name: compare.back }))
  await expect(playground.map).toBeVisible()
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
