import AxeBuilder from '@axe-core/playwright'
import { en } from '../src/i18n/en.ts'
import { ko } from '../src/i18n/ko.ts'
import { probeEn } from '../src/i18n/probe/probe.en.ts'
import { probeKo } from '../src/i18n/probe/probe.ko.ts'
import { expect, type Playground, test } from './playground.ts'
import { Probes } from './probes.ts'

const TRANSLATED = '#scenario=masqueraded-for-the-firewall'
const KEPT = 'In  IP 100.65.0.50.40012 > 10.2.1.100.443'
const CHANGED = 'Out IP 10.1.1.10.<1024-65535> > 10.2.1.100.443'

test('by mouse: a probe on a node shows the packet before and after it is translated, and goes back with it', async ({
  playground,
}) => {
  await playground.open(TRANSLATED)
  const probes = new Probes(playground.page)
  await probes.tool.click()
  await expect(probes.tool).toHaveAttribute('aria-pressed', 'true')
  await expect(probes.dock.getByRole('status')).toHaveText(probeEn.pick)
  await probes.pressPlace('node:node-1')
  await expect(probes.tool).toHaveAttribute('aria-pressed', 'false')
  await expect(probes.marks).toHaveText(['A'])
  await expect(probes.printed('node-1')).toContainText(CHANGED)

  await playground.button('first').click()
  await expect(probes.printed('node-1')).toContainText(probeEn.listening)
  await playground.button('forward').click()
  await expect(probes.printed('node-1')).toContainText(KEPT)
  await expect(probes.printed('node-1')).not.toContainText('Out IP')
  await playground.button('last').click()
  await expect(probes.printed('node-1')).toContainText(CHANGED)
  await playground.button('first').click()
  await expect(probes.printed('node-1')).not.toContainText(KEPT)
})

test('by mouse: a line of the map is probed with one press, without any tool, and taken away again', async ({
  playground,
}) => {
  await playground.open(TRANSLATED)
  const probes = new Probes(playground.page)
  await probes.pressLine('pod:pod-a', 'node:node-1')
  await expect(probes.at('pod-a – node-1')).toContainText('tcpdump -nn -t -i eth0')
  await probes.tool.click()
  await probes.onWay('node-1').click()
  await expect(probes.marks).toHaveText(['A', 'B'])
  for (const [tool, line] of [
    ['conntrack', 'ESTABLISHED src=100.65.0.50'],
    ['iptables nat', 'Chain POSTROUTING'],
  ] as const) {
    await probes.instrument('node-1', tool).click()
    await expect(probes.printed('node-1')).toContainText(line)
  }
  await probes.remove('pod-a – node-1').click()
  await expect(probes.marks).toHaveText(['A'])
  await probes.remove('node-1').click()
  await expect(probes.dock).toBeHidden()
  await expect(probes.marks).toHaveCount(0)
})

test('by keyboard: a probe at the chain of the rule on show, whose counters tick as one walks', async ({
  playground,
}) => {
  await playground.open(TRANSLATED)
  const probes = new Probes(playground.page)
  const { keyboard } = playground.page
  await playground.map.focus()
  await keyboard.press('Home')
  await keyboard.press('ArrowRight')
  await expect(playground.root).toHaveAttribute('data-hop', '2')
  await keyboard.press('.')
  await expect(playground.root).toHaveAttribute('data-hop', '3')
  await keyboard.press('p')
  await expect(probes.at('node-1 POSTROUTING')).toBeVisible()

  await probes.tool.focus()
  await keyboard.press('Enter')
  await probes.onWay('node-1 IP-MASQ').focus()
  await keyboard.press('Enter')
  const counted = probes.printed('node-1 IP-MASQ').getByText(/^\s*\d+\s+\d+ MASQUERADE/)
  await expect(counted).toHaveText(/^ +0 +0 MASQUERADE/)
  await playground.map.focus()
  await keyboard.press('End')
  await expect(counted).toHaveText(/^ +1 +60 MASQUERADE/)
  await keyboard.press('Home')
  await expect(counted).toHaveText(/^ +0 +0 MASQUERADE/)
})

test('from the list of commands one comes to the list of places, and picks there', async ({
  playground,
}) => {
  await playground.open(TRANSLATED)
  const probes = new Probes(playground.page)
  const { keyboard } = playground.page
  await keyboard.press('ControlOrMeta+k')
  const commands = playground.page.getByRole('dialog', { name: 'Commands' })
  await commands.getByRole('combobox').fill('put a probe at')
  await expect(commands.getByRole('option').first()).toContainText(probeEn.putAt)
  await keyboard.press('Enter')
  await expect(probes.list).toBeFocused()
  await probes.list.selectOption({ label: 'vpc' })
  await expect(probes.at('vpc')).toContainText(probeEn.nobody)
})

test('one button writes the commands for a real cluster, with what they print', async ({
  playground,
}) => {
  await playground.open(`${TRANSLATED}&probe=node:node-1`)
  const probes = new Probes(playground.page)
  await probes.checksButton.click()
  await expect(probes.checks).toContainText('kubectl exec pod-a -- nc -vz 10.2.1.100 443')
  await expect(probes.checks).toContainText('[tcp/https] succeeded!')
  await probes.checks.getByRole('button', { name: probeEn.checks.copyAs('Markdown') }).click()
  await expect(probes.checks.getByRole('status').first()).toHaveText(probeEn.copied)
  const copied = await playground.page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('```console\n$ kubectl exec pod-a -- nc -vz 10.2.1.100 443\n')
  expect(copied).toContain('chroot /host iptables -t nat -L IP-MASQ -n -v')
  await playground.page.keyboard.press('Escape')
  await expect(probes.checks).toBeHidden()
  await expect(probes.checksButton).toBeFocused()
})

test('a link carries the probes', async ({ playground, visitor }) => {
  await playground.open(`${TRANSLATED}&probe=node:node-1/IP-MASQ;pod:pod-a,node:node-1`)
  await expect(new Probes(playground.page).marks).toHaveText(['A', 'B'])
  const link = await playground.copyLink()
  const other = await visitor()
  await other.open(new URL(link).hash)
  const probes = new Probes(other.page)
  await expect(probes.printed('node-1 IP-MASQ')).toContainText('Chain IP-MASQ')
  await expect(probes.at('pod-a – node-1')).toBeVisible()
})

test('on a telephone the terminals stand below the transport, and fold away', async ({
  visitor,
}) => {
  const playground = await visitor({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  })
  await playground.open(TRANSLATED)
  const probes = new Probes(playground.page)
  await probes.tool.tap()
  await probes.onWay('node-1').tap()
  await expect(probes.printed('node-1')).toContainText(CHANGED)
  await expect(playground.button('first')).toBeInViewport()
  await expect(probes.printed('node-1')).toBeInViewport()
  await playground.button('first').tap()
  await expect(probes.printed('node-1')).toContainText(probeEn.listening)
  expect(await violations(playground)).toEqual([])
  await probes.dock.getByRole('button', { name: probeEn.fold }).tap()
  await expect(probes.printed('node-1')).toBeHidden()
  await expect(
    playground.page.getByRole('tab', { name: en.ui.shell.journey, exact: true }),
  ).toBeVisible()
})

test('in Korean as well, in the dark, and axe finds nothing', async ({ visitor }) => {
  const playground = await visitor({ locale: 'ko-KR', colorScheme: 'dark' }, ko)
  await playground.open(TRANSLATED)
  const probes = new Probes(playground.page, probeKo)
  await probes.tool.click()
  await expect(probes.dock.getByRole('status')).toHaveText(probeKo.pick)
  expect(await violations(playground)).toEqual([])
  await probes.onWay('node-1').click()
  await expect(probes.printed('node-1')).toContainText(CHANGED)
  expect(await violations(playground)).toEqual([])
  await probes.checksButton.click()
  await expect(probes.checks).toContainText(probeKo.checks.codes['nat-rule'])
  expect(await violations(playground)).toEqual([])
})

test('axe finds nothing at the dock and at the commands', async ({ playground }) => {
  await playground.open(`${TRANSLATED}&probe=node:node-1;node:node-1/IP-MASQ`)
  const probes = new Probes(playground.page)
  await expect(probes.printed('node-1 IP-MASQ')).toContainText('Chain IP-MASQ')
  expect(await violations(playground)).toEqual([])
  await probes.checksButton.click()
  await expect(probes.checks).toContainText(probeEn.checks.codes['nat-rule'])
  expect(await violations(playground)).toEqual([])
})

async function violations({ page }: Playground): Promise<readonly string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(tags)
    .setLegacyMode()
    .analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  )
}
