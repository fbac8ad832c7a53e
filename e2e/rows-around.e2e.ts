import { words as gke } from '../src/dataplanes/gke-standard/words.en.ts'
import type { BuiltinName } from '../src/scenario/builtins.ts'
import { expect, type Playground, test } from './playground.ts'
import { openBeside } from './settings-panel.ts'
import { expectSource } from './source-seen.ts'

const begin = (playground: Playground, scenario: BuiltinName) =>
  openBeside(playground, gke, scenario)

const AT = 'node-1 · nat POSTROUTING'
const POD = { at: AT, pod: '10.8.0.5' }
const becomes = '10.1.1.10'

test.describe('row 10: the node’s network, and Windows', () => {
  test('a Pod in the network of its node has the node’s address from the start', async ({
    playground,
  }) => {
    await begin(playground, 'windows-and-host-network')
    await playground.sendFrom('pod-a')
    const asPod = 'Delivered to database. Source seen: 10.8.0.5 (Pod).'
    await expectSource(playground, { ...POD, result: asPod })
    await playground.sendFrom('pod-host')
    const asNode = 'Delivered to database. Source seen: 10.1.1.10 (node).'
    await expectSource(playground, { at: AT, pod: '10.1.1.10', result: asNode })
    await expect(playground.hop(AT)).toContainText('The sender uses the node’s own network')
  })

  test('what binds to another address of the node is masqueraded like a Pod', async ({
    playground,
  }) => {
    await begin(playground, 'windows-and-host-network')
    await playground.sendFrom('pod-host')
    await playground.send('44.10.0.9:443')
    const result = 'Delivered to public-looking. Source seen: 10.1.1.10 (node).'
    await expectSource(playground, { at: AT, pod: '10.1.1.10', result })
    await playground.more.click()
    await playground.boundAddress.fill('10.1.1.99')
    await playground.boundAddress.press('Enter')
    await expectSource(playground, { at: AT, pod: '10.1.1.99', becomes, result })
  })

  test('a Windows node keeps or changes the source by the document that one follows', async ({
    playground,
  }) => {
    const settings = await begin(playground, 'windows-and-host-network')
    const windows = { at: 'windows-1 · nat POSTROUTING', pod: '10.8.2.5' }
    await expectSource(playground, {
      ...windows,
      becomes: '10.1.1.20',
      result: 'Delivered to database. Source seen: 10.1.1.20 (node).',
    })
    await settings.choice('windowsNodes').selectOption('not-masqueraded')
    await expectSource(playground, {
      ...windows,
      result: 'Delivered to database. Source seen: 10.8.2.5 (Pod).',
    })
  })
})

test.describe('row 11: kube-proxy in front', () => {
  test('the range of Services is never seen by the chain, that of the endpoint is', async ({
    playground,
  }) => {
    const settings = await begin(playground, 'service-first')
    await playground.send('database:5432')
    const asNode = 'Delivered to server. Source seen: 10.1.1.10 (node).'
    await expectSource(playground, { ...POD, becomes, result: asNode })
    const front = playground.hop('node-1 · nat PREROUTING')
    await expect(front.getByRole('deletion')).toHaveText('10.96.0.12')
    await expect(front).toContainText('destination changed')

    await settings.write('nonMasqueradeCIDRs', '10.8.0.0/16')
    await expect(settings.field('nonMasqueradeCIDRs')).toHaveValue('10.8.0.0/16')
    await expectSource(playground, { ...POD, becomes, result: asNode })
    await settings.write('nonMasqueradeCIDRs', '10.8.0.0/16\n10.2.0.0/16')
    await expectSource(playground, {
      ...POD,
      result: 'Delivered to server. Source seen: 10.8.0.5 (Pod).',
    })
  })

  test('a Pod that reaches itself, and a client of a node port, lose their address to kube-proxy', async ({
    playground,
  }) => {
    await begin(playground, 'service-first')
    const asPod = 'Delivered to pod-c. Source seen: 10.8.0.5 (Pod).'
    await expectSource(playground, { ...POD, result: asPod })
    await playground.send('own:80')
    await expectSource(playground, {
      ...POD,
      becomes: '10.8.0.1',
      result: 'Delivered to pod-a. Source seen: 10.8.0.1 (node).',
    })
    await expect(playground.hop(AT)).toContainText('KUBE-POSTROUTING')
    await playground.sendFrom('server')
    await playground.send('10.1.1.10:30080')
    await expectSource(playground, {
      at: AT,
      pod: '10.2.1.100',
      becomes,
      result: 'Delivered to pod-c. Source seen: 10.1.1.10 (node).',
    })
  })
})

test.describe('row 12: a Pod’s address towards the internet', () => {
  const seen = (address: string) =>
    `Delivered to public-dns. Source seen: ${address} (public address).`

  test('Cloud NAT serves the Pod’s address, the node’s external one its own', async ({
    playground,
  }) => {
    await begin(playground, 'cloud-nat-pod-range')
    await expectSource(playground, { ...POD, result: seen('203.0.113.7') })
    await expect(playground.hop('cloud-nat · Cloud NAT').getByRole('deletion')).toHaveText(
      '10.8.0.5',
    )
    await playground.switch('defaultSnat').click()
    await expectSource(playground, { ...POD, becomes, result: seen('203.0.113.10') })
    await playground.switch('defaultSnat').click()
    await expectSource(playground, { ...POD, result: seen('203.0.113.7') })
    await playground.sendFrom('host-pod')
    await expectSource(playground, { at: AT, pod: '10.1.1.10', result: seen('203.0.113.10') })
  })

  test('without Cloud NAT on the Pods’ range they find no way, as their node they do', async ({
    playground,
  }) => {
    await begin(playground, 'default-snat-off-uncovered')
    const pod = '100.65.0.50'
    const dropped = 'Dropped at cloud-nat. Source seen: 100.65.0.50 (Pod).'
    await expectSource(playground, { at: AT, pod, result: dropped })
    await playground.switch('defaultSnat').click()
    await expectSource(playground, { at: AT, pod, becomes, result: seen('203.0.113.7') })
  })
})

test.describe('row 13: time', () => {
  test('an open connection keeps its source, a new one is decided anew', async ({ playground }) => {
    const settings = await begin(playground, 'existing-flow-keeps')
    const asPod = 'Delivered to server. Source seen: 10.8.0.5 (Pod).'
    const asNode = 'Delivered to server. Source seen: 10.1.1.10 (node).'
    const remembered = { at: 'node-1 · conntrack', pod: '10.8.0.5', result: asPod }
    await expectSource(playground, remembered)
    await playground.existing.click()
    await expect(playground.existing).not.toBeChecked()
    await expectSource(playground, { ...POD, becomes, result: asNode })

    await playground.existing.click()
    await expectSource(playground, remembered)
    await playground.existing.click()
    await settings.write('nonMasqueradeCIDRs', '10.2.0.0/16')
    await expectSource(playground, { ...POD, result: asPod })
  })

  test('a change is in force only when the file is there and the agent has read it', async ({
    playground,
  }) => {
    const pod = '100.65.0.50'
    const dropped = 'Dropped at on-prem-firewall. Source seen: 100.65.0.50 (Pod).'
    const asNode = 'Delivered to private-endpoint. Source seen: 10.1.1.10 (node).'
    await begin(playground, 'private-endpoint-as-is')
    await playground.switch('configMap').click()
    await expectSource(playground, { at: AT, pod, becomes, result: asNode })
    for (const code of ['before', 'applied', 'projected'] as const) {
      await playground.moment(code).click()
      await expectSource(playground, { at: AT, pod, result: dropped })
    }
    await playground.moment('in-force').click()
    await expectSource(playground, { at: AT, pod, becomes, result: asNode })
    await playground.more.click()
    await playground.existing.click()
    await expectSource(playground, { at: 'node-1 · conntrack', pod, result: dropped })
  })

  test('a flag of the cluster has a before and an after as well', async ({ playground }) => {
    await begin(playground, 'gke-bootstrap-rules')
    await playground.send('44.10.0.9:443')
    await playground.switch('defaultSnat').click()
    const asPod = 'Delivered to public-looking. Source seen: 10.8.0.5 (Pod).'
    await expectSource(playground, { ...POD, result: asPod })
    await expect(playground.moment('in-force')).toHaveAttribute('aria-pressed', 'true')
    await playground.moment('before').click()
    await expectSource(playground, {
      ...POD,
      becomes,
      result: 'Delivered to public-looking. Source seen: 10.1.1.10 (node).',
    })
    await playground.moment('in-force').click()
    await expectSource(playground, { ...POD, result: asPod })
  })
})

test.describe('row 14: IPv6', () => {
  const POD_6 = { at: AT, pod: '2600:1900:4000::1:5' }
  const node6 = '2600:1900:4000::10'
  const delivered = (source: string) => `Delivered to public-dns-6. Source seen: ${source}`

  test('the agent masquerades IPv6 only where its argument says so', async ({ playground }) => {
    const settings = await begin(playground, 'dual-stack')
    const asNode = { ...POD_6, becomes: node6, result: delivered(`${node6} (node).`) }
    const asPod = { ...POD_6, result: delivered(`${POD_6.pod} (Pod).`) }
    await expectSource(playground, asNode)
    // With the argument off, a list that names a range of IPv6 is refused, and the rules stand.
    await settings.switch('enable-ipv6').click()
    await expect(playground.configStatus).toContainText('ipv6 is not enabled')
    await expectSource(playground, asNode)

    await playground.switch('configMap').click()
    await settings.write('nonMasqueradeCIDRs', '10.0.0.0/8')
    await expectSource(playground, asPod)
    await playground.switch('configMap').click()
    await expect(playground.configStatus).toContainText('accepted')
    await expectSource(playground, asPod)
    await settings.switch('enable-ipv6').click()
    await expectSource(playground, asNode)
  })

  test('a range of IPv6 in the list keeps the source', async ({ playground }) => {
    const settings = await begin(playground, 'dual-stack')
    await expectSource(playground, {
      ...POD_6,
      becomes: node6,
      result: delivered(`${node6} (node).`),
    })
    const list = await settings.field('nonMasqueradeCIDRs').inputValue()
    await settings.write('nonMasqueradeCIDRs', `${list}\n2001:4860::/32`)
    await expectSource(playground, { ...POD_6, result: delivered(`${POD_6.pod} (Pod).`) })
    await expect(playground.hop(AT)).toContainText('2001:4860::/32')
  })
})
