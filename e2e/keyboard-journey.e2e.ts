import { chainEn } from '../src/i18n/chain.en.ts'
import { Hands, test } from './hands.ts'
import { expect, type Playground } from './playground.ts'
import { ENGLISH } from './tongues.ts'

const { messages, arrivals, compare, detective, flows } = ENGLISH
const { ui } = messages
const AS_IS = 'Dropped at on-prem-firewall. Source seen: 100.65.0.50 (Pod).'
const TO_BE = 'Delivered to private-endpoint. Source seen: 10.1.1.10 (node).'

test.beforeEach(() => test.slow())

const button = ({ page }: Playground, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true })

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
  await moving.openMoving()
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

test('a journey that was played three times is jumped over, and the focus stays by what plays it', async ({
  visitor,
}) => {
  const playground = await visitor({ reducedMotion: 'no-preference' })
  await playground.openMoving()
  const hands = new Hands(playground.page)
  const replay = playground.button('replay')
  const jump = button(playground, chainEn.jumpToResult)
  await hands.tabTo(playground.map)
  await hands.press('End')
  await playground.settled()
  await hands.push(playground.speed, 'End')
  await expect(playground.speed).toHaveValue('4')
  await hands.backTo(replay)
  for (const _ of ['first', 'second', 'third']) {
    await hands.press('Enter')
    await expect(playground.button('pause')).toBeFocused()
    await expect(jump).toHaveCount(0)
    await expect(replay).toBeFocused({ timeout: 40_000 })
  }
  await hands.push(playground.speed, 'Home')
  await expect(playground.speed).toHaveValue('0.5')
  await hands.pushBefore(replay)
  await hands.push(jump)
  await expect(playground.root).toHaveAttribute('data-hop', '6')
  await expect(replay).toBeFocused()
  await expect(jump).toHaveCount(0)
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
  await hands.pushBefore(playground.moment('in-force'))
  await expect(playground.outcome).toContainText(AS_IS)
  await hands.push(page.getByLabel(ui.time.flow, { exact: true }), 'ArrowUp')
  await expect(playground.outcome).toContainText(TO_BE)

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
