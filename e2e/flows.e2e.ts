import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { flowsEn } from '../src/i18n/flows.en.ts'
import { readScenario } from '../src/scenario/read-scenario.ts'
import { encodeLink } from '../src/share/link.ts'
import { holdBack } from './hold-back.ts'
import { expect, type Playground, test } from './playground.ts'

const { acts } = flowsEn

const button = ({ page }: Playground) => page.getByRole('button', { name: /^Flows:/ })
const list = ({ page }: Playground) =>
  page.getByRole('region', { name: flowsEn.title, exact: true })
const row = (playground: Playground, name: string) =>
  list(playground)
    .getByRole('row')
    .filter({ has: playground.page.getByRole('button', { name: flowsEn.show(name), exact: true }) })
const act = (playground: Playground, name: keyof typeof acts) =>
  list(playground).getByRole('button', { name: acts[name], exact: true })

async function openList(playground: Playground): Promise<void> {
  await button(playground).click()
  await expect(list(playground)).toBeVisible()
}

async function rename(playground: Playground, name: string): Promise<void> {
  const field = list(playground).getByRole('textbox', { name: flowsEn.name })
  await field.fill(name)
  await field.press('Enter')
  await expect(row(playground, name)).toBeVisible()
}

test('every flow has its verdict beside it, and the one that is chosen is on the map', async ({
  playground,
}) => {
  await playground.open()
  await expect(button(playground)).toHaveAccessibleName('Flows: 4, 1 dropped')
  await openList(playground)
  await expect(row(playground, 'pod-to-endpoint')).toContainText('dropped')
  await expect(row(playground, 'pod-to-endpoint')).toContainText('at on-prem-firewall, times out')
  await expect(row(playground, 'pod-to-internet')).toContainText('delivered')
  await expect(row(playground, 'pod-to-internet')).toContainText('203.0.113.7')

  await row(playground, 'node-to-endpoint').getByRole('button').click()
  await expect(playground.outcome).toContainText('Delivered to private-endpoint')
  await expect(playground.sender).toHaveValue('node-1')
  await row(playground, 'pod-to-metadata').getByRole('button').click()
  await expect(playground.outcome).toContainText('Delivered to the metadata server')
  await expect(playground.destination).toHaveValue('169.254.169.254:80')

  await playground.switch('configMap').click()
  await expect(row(playground, 'pod-to-endpoint')).toContainText('delivered')
  await expect(button(playground)).toHaveAccessibleName('Flows: 4')
})

/** Services of which one has an internal load balancer in the nodes' subnet. */
function withLoadBalancer(): string {
  const path = join(import.meta.dirname, '../src/scenario/builtin/service-first.yaml')
  const text = readFileSync(path, 'utf8').replace(
    'type: NodePort',
    'type: LoadBalancer\n    loadBalancerIPs: [10.1.1.200]',
  )
  const read = readScenario(text)
  if (!read.ok) throw new Error('it is a scenario')
  return encodeLink({ state: read.value })
}

test('a client outside comes in through an internal load balancer, and its address is lost', async ({
  playground,
}) => {
  await playground.open(withLoadBalancer())
  await openList(playground)
  await act(playground, 'add').click()
  await expect(playground.destination).toBeFocused()
  await rename(playground, 'inbound')

  await playground.sender.fill('on-prem')
  const senders = playground.page.getByRole('listbox', { name: flowsEn.choose.senders })
  await senders.getByRole('option', { name: 'server' }).click()
  await playground.destination.fill('loadbalancer')
  const known = playground.page.getByRole('listbox', { name: flowsEn.choose.destinations })
  await known.getByRole('option').filter({ hasText: '10.1.1.200:80' }).click()
  await expect(playground.destination).toHaveValue('10.1.1.200:80')
  await expect(row(playground, 'inbound')).toContainText('delivered')
  await expect(playground.outcome).toContainText(/Source seen: 10\.1\.1\.1[01] \(node\)/)
  await expect(playground.hop('server · send')).toContainText('10.2.1.100→10.1.1.200:80')

  await row(playground, 'client-to-node-port').getByRole('button').click()
  await expect(playground.destination).toHaveValue('10.1.1.10:30080')
  await row(playground, 'inbound').getByRole('button').click()
  await expect(playground.sender).toHaveValue('server')
})

test('what is edited in the bar is edited in the list, and a link brings all of it back', async ({
  playground,
}) => {
  await playground.open()
  await openList(playground)
  await act(playground, 'duplicate').click()
  await rename(playground, 'to-dns')
  await playground.send('8.8.8.8:53')
  await expect(row(playground, 'to-dns')).toContainText('8.8.8.8:53')
  await expect(row(playground, 'pod-to-endpoint')).toContainText('10.2.1.100:443')
  await playground.more.click()
  await playground.existing.click()
  await expect(row(playground, 'to-dns')).toContainText(flowsEn.existing)
  await act(playground, 'up').click()

  const link = await playground.copyLink()
  await playground.open(new URL(link).hash)
  await playground.reload()
  await openList(playground)
  const names = list(playground).getByRole('rowheader')
  await expect(names).toHaveText([
    'to-dns',
    'pod-to-endpoint',
    'node-to-endpoint',
    'pod-to-internet',
    'pod-to-metadata',
  ])
  await expect(row(playground, 'to-dns')).toHaveAttribute('aria-current', 'true')
  await expect(row(playground, 'to-dns')).toContainText('8.8.8.8:53')

  await act(playground, 'remove').click()
  await expect(names).toHaveCount(4)
  await expect(playground.destination).toHaveValue('10.2.1.100:443')
})

test('the other way round is one press, and only where somebody is at the other end', async ({
  playground,
}) => {
  await playground.open()
  await openList(playground)
  await act(playground, 'reverse').click()
  await expect(playground.sender).toHaveValue('private-endpoint')
  await expect(playground.destination).toHaveValue('pod-a:443')
  await playground.send('192.0.2.1')
  await expect(act(playground, 'reverse')).toBeDisabled()
})

test('a list without flows says what to do, and a flow without an end is asked for it', async ({
  playground,
}) => {
  await playground.open()
  await openList(playground)
  for (const left of [3, 2, 1, 0]) {
    await act(playground, 'remove').click()
    await expect(button(playground)).toHaveAccessibleName(`Flows: ${left}`)
  }
  await expect(list(playground)).toContainText(flowsEn.empty)
  await expect(playground.outcome).toHaveText('No packet is sent yet.')
  await expect(playground.flowTrouble).toBeEmpty()
  await act(playground, 'add').click()
  await expect(playground.sender).toHaveValue('pod-a')
  await expect(playground.flowTrouble).toContainText('Type a destination')
})

test('a sender that nobody is stays as typed, told at its field', async ({ playground }) => {
  await playground.open()
  await playground.sender.fill('pod-z')
  await playground.sender.press('Enter')
  await expect(playground.sender).toHaveValue('pod-z')
  await expect(playground.sender).toHaveAttribute('aria-invalid', 'true')
  await expect(playground.destination).toHaveAttribute('aria-invalid', 'false')
  await expect(playground.flowTrouble).toContainText('pod-z')
  await openList(playground)
  await expect(row(playground, 'pod-to-endpoint')).toContainText(flowsEn.notSent)
})

test('a name that another flow has is not taken, and what was sent from a link is kept apart', async ({
  playground,
}) => {
  await playground.open('#from=pod-a&to=8.8.8.8:853')
  await openList(playground)
  await expect(list(playground)).toContainText(flowsEn.apart)
  await act(playground, 'keep').click()
  await rename(playground, 'dns-over-tls')
  const field = list(playground).getByRole('textbox', { name: flowsEn.name })
  await field.fill('pod-to-internet')
  await expect(list(playground).getByRole('alert')).toHaveText(flowsEn.refused['name-taken'])
  await field.press('Enter')
  await expect(row(playground, 'dns-over-tls')).toBeVisible()
})

test('the fields are chosen from with the keyboard alone', async ({ playground }) => {
  await playground.open()
  const { keyboard } = playground.page
  await playground.destination.focus()
  await keyboard.press('ArrowDown')
  const known = playground.page.getByRole('listbox', { name: flowsEn.choose.destinations })
  await expect(known).toBeVisible()
  await keyboard.press('Escape')
  await expect(known).toBeHidden()
  await keyboard.press('ControlOrMeta+a')
  await keyboard.type('dns')
  await keyboard.press('ArrowDown')
  await expect(known.getByRole('option', { selected: true })).toContainText('public-dns')
  await keyboard.press('Enter')
  await expect(playground.destination).toHaveValue('public-dns:443')
  await expect(playground.outcome).toContainText('Delivered to public-dns')
})

test('keys that are pressed before the list of things has come are not lost', async ({
  playground,
}) => {
  const { page, destination } = playground
  const release = await holdBack(page, '**/assets/ThingList-*.js')
  await page.goto('./')
  await expect(playground.outcome).not.toBeEmpty()
  await destination.fill('dns')
  await destination.press('ArrowDown')
  await destination.press('Enter')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  release()
  await expect(destination).toHaveValue('public-dns:443')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await expect(playground.outcome).toContainText('public-dns')
})
