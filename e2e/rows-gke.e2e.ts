import { words as gke } from '../src/dataplanes/gke-standard/words.en.ts'
import type { BuiltinName } from '../src/scenario/builtins.ts'
import { manifest } from './config-texts.ts'
import { expect, type Playground, test } from './playground.ts'
import { openBeside } from './settings-panel.ts'
import { expectSource } from './source-seen.ts'

const AT = 'node-1 · nat POSTROUTING'
const POD = '10.8.0.5'
const NODE = '10.1.1.10'

const begin = (playground: Playground, scenario: BuiltinName) =>
  openBeside(playground, gke, scenario)

test.describe('row 1: default SNAT without an agent', () => {
  test('an older GKE version and its image decide what the node’s own rules keep', async ({
    playground,
  }) => {
    const settings = await begin(playground, 'gke-bootstrap-rules')
    await playground.send('169.254.169.254:80')
    const kept = 'Delivered to the metadata server. Source seen: 10.8.0.5 (Pod).'
    await expectSource(playground, { at: AT, pod: POD, result: kept })
    await expect(playground.hop(AT)).toContainText('IP-MASQ')

    // kubelet's rule of that time keeps 10.0.0.0/8 alone, and not even link-local.
    await settings.write('gkeVersion', '1.13.6-gke.13')
    await expectSource(playground, {
      at: AT,
      pod: POD,
      becomes: NODE,
      result: 'Delivered to the metadata server. Source seen: 10.1.1.10 (node).',
    })
    await playground.send('10.2.1.100:443')
    const database = 'Delivered to database. Source seen: 10.8.0.5 (Pod).'
    await expectSource(playground, { at: AT, pod: POD, result: database })
    await playground.send('169.254.169.254:80')
    await expect(playground.outcome).toContainText('Source seen: 10.1.1.10 (node).')

    await settings.write('nodeImage', 'cos_containerd')
    await expectSource(playground, { at: AT, pod: POD, result: kept })

    // What came with 1.14.1-gke.14: the reserved ranges are kept as well.
    await playground.send('100.64.9.9')
    await expectSource(playground, {
      at: AT,
      pod: POD,
      becomes: NODE,
      result: 'Source seen: 10.1.1.10 (node).',
    })
    await settings.write('gkeVersion', '1.14.1-gke.14')
    await expectSource(playground, { at: AT, pod: POD, result: 'Source seen: 10.8.0.5 (Pod).' })
    await expect(playground.hop(AT)).toContainText('100.64.0.0/10')
  })
})

test.describe('row 2: default SNAT switched off', () => {
  const AS_NODE = 'Delivered to public-looking. Source seen: 10.1.1.10 (node).'
  const AS_POD = 'Delivered to public-looking. Source seen: 10.8.0.5 (Pod).'

  test('the switch lets the Pod’s address out everywhere', async ({ playground }) => {
    await begin(playground, 'gke-bootstrap-rules')
    await playground.send('44.10.0.9:443')
    await expectSource(playground, { at: AT, pod: POD, becomes: NODE, result: AS_NODE })
    await playground.switch('defaultSnat').click()
    await expectSource(playground, { at: AT, pod: POD, result: AS_POD })
    await expect(playground.hop(AT)).toContainText('Default SNAT is off')
  })

  test('it has no effect on a node from before, nor where an agent runs', async ({
    playground,
  }) => {
    const settings = await begin(playground, 'flag-off-until-replaced')
    await expect(playground.switch('defaultSnat')).not.toBeChecked()
    await expectSource(playground, { at: AT, pod: POD, becomes: NODE, result: AS_NODE })
    await expect(playground.panel).toContainText('Yet to be replaced: node-1')
    await playground.moment('nodes-replaced').click()
    await expectSource(playground, { at: AT, pod: POD, result: AS_POD })
    await playground.moment('in-force').click()
    await expectSource(playground, { at: AT, pod: POD, becomes: NODE, result: AS_NODE })

    await playground.sendFrom('pod-b')
    const other = { at: 'node-2 · nat POSTROUTING', pod: '10.8.1.5' }
    const asPod = 'Delivered to public-looking. Source seen: 10.8.1.5 (Pod).'
    await expectSource(playground, { ...other, result: asPod })

    await settings.choice('ipMasqAgent').selectOption('manual')
    const asNode = 'Delivered to public-looking. Source seen: 10.1.1.11 (node).'
    await expectSource(playground, { ...other, becomes: '10.1.1.11', result: asNode })
    await settings.switch('disableDefaultSnat').click()
    await expect(playground.switch('defaultSnat')).toBeChecked()
    await expectSource(playground, { ...other, becomes: '10.1.1.11', result: asNode })
  })
})

test.describe('row 3: the agent’s own arguments', () => {
  const AS_NODE = 'Source seen: 10.1.1.10 (node).'
  const AS_POD = 'Source seen: 10.8.0.5 (Pod).'

  test('one chain in place of two: then a range of the list is kept', async ({ playground }) => {
    const settings = await begin(playground, 'agent-two-chains')
    await playground.send('44.10.0.9:443')
    await expectSource(playground, { at: AT, pod: POD, becomes: NODE, result: AS_NODE })
    await settings.write('masq-chain', 'IP-MASQ')
    await expectSource(playground, {
      at: AT,
      pod: POD,
      result: 'Delivered to public-looking. Source seen: 10.8.0.5 (Pod).',
    })
    await expect.poll(() => playground.typed()).toContain('--masq-chain=IP-MASQ')
  })

  test('with all reserved ranges a carrier’s range is kept, without them it is not', async ({
    playground,
  }) => {
    const settings = await begin(playground, 'agent-two-chains')
    await playground.send('100.64.9.9')
    await playground.switch('configMap').click()
    // Without the agent the node's own rules hold, which keep such ranges.
    await expectSource(playground, { at: AT, pod: POD, result: AS_POD })
    await settings.write('masq-chain', 'IP-MASQ')
    await expect.poll(() => playground.typed()).toContain('--masq-chain=IP-MASQ')
    await playground.paste(withoutList(await playground.typed()))
    await expect.poll(() => playground.typed()).not.toContain('nonMasqueradeCIDRs')
    await playground.switch('configMap').click()
    await expectSource(playground, { at: AT, pod: POD, becomes: NODE, result: AS_NODE })
    await settings.switch('nomasq-all-reserved-ranges').click()
    await expect(settings.switch('nomasq-all-reserved-ranges')).toBeChecked()
    await expectSource(playground, { at: AT, pod: POD, result: AS_POD })
    await settings.switch('nomasq-all-reserved-ranges').click()
    await expectSource(playground, { at: AT, pod: POD, becomes: NODE, result: AS_NODE })
  })
})

/** The same manifests with a file that says nothing of ranges. */
const withoutList = (text: string): string =>
  text.replace(/\n {4}nonMasqueradeCIDRs:(\n {6}- \S+)+/, '')

test.describe('row 4: the ConfigMap', () => {
  const at = AT
  const pod = '100.65.0.50'
  const asNode = 'Delivered to private-endpoint. Source seen: 10.1.1.10 (node).'
  const asPod = 'Dropped at on-prem-firewall. Source seen: 100.65.0.50 (Pod).'

  test('a range that is added to the list keeps the source', async ({ playground }) => {
    const settings = await begin(playground, 'private-endpoint-to-be')
    await expectSource(playground, { at, pod, becomes: NODE, result: asNode })
    const list = await settings.field('nonMasqueradeCIDRs').inputValue()
    await settings.write('nonMasqueradeCIDRs', `${list}\n10.2.0.0/16`)
    await expectSource(playground, { at, pod, result: asPod })
    await expect(playground.hop(at)).toContainText('10.2.0.0/16, which the configuration lists')
    expect(await playground.typed()).toContain('- 10.2.0.0/16')
  })

  test('link-local is masqueraded when the file says so', async ({ playground }) => {
    const settings = await begin(playground, 'private-endpoint-to-be')
    await playground.send('169.254.169.254:80')
    const seesPod = 'Delivered to the metadata server. Source seen: 100.65.0.50 (Pod).'
    const seesNode = 'Delivered to the metadata server. Source seen: 10.1.1.10 (node).'
    await expectSource(playground, { at, pod, result: seesPod })
    await settings.switch('masqLinkLocal').click()
    await expectSource(playground, { at, pod, becomes: NODE, result: seesNode })
  })

  test('a list that is null keeps nothing, one that is absent keeps the defaults', async ({
    playground,
  }) => {
    await begin(playground, 'private-endpoint-to-be')
    await playground.send('192.168.9.9')
    await expectSource(playground, { at, pod, result: 'Source seen: 100.65.0.50 (Pod).' })
    await playground.paste(manifest('nonMasqueradeCIDRs: null\n'))
    await expectSource(playground, { at, pod, becomes: NODE, result: '10.1.1.10 (node).' })
    await playground.paste(manifest('masqLinkLocal: false\n'))
    await expectSource(playground, { at, pod, result: 'Source seen: 100.65.0.50 (Pod).' })
    await expect(playground.hop(at)).toContainText('a default non-masquerade range')
  })

  test('under a wrong key the file is none, and the defaults hold', async ({ playground }) => {
    await begin(playground, 'private-endpoint-to-be')
    await expectSource(playground, { at, pod, becomes: NODE, result: asNode })
    await playground.paste((await playground.typed()).replace('  config: |', '  conf: |'))
    await expectSource(playground, { at, pod, result: asPod })
    await expect(playground.hop(at)).toContainText('a default non-masquerade range')
  })
})

test.describe('row 5: rules typed on a node', () => {
  const NODE_1 = { at: AT, pod: '100.65.0.50' }
  const NODE_2 = { at: 'node-2 · nat POSTROUTING', pod: '100.65.1.50' }
  const dropped = (address: string) => `Dropped at on-prem-firewall. Source seen: ${address} (Pod).`
  const delivered = (address: string) =>
    `Delivered to private-endpoint. Source seen: ${address} (node).`

  test('a rule decides on the node where it is typed, and nowhere else', async ({ playground }) => {
    await begin(playground, 'manual-rules-one-node')
    const becomes = '10.1.1.10'
    await expectSource(playground, { ...NODE_1, becomes, result: delivered(becomes) })
    const rule = await playground.rulesTypedOn('node-1').inputValue()
    await playground.moment('nodes-replaced').click()
    await expectSource(playground, { ...NODE_1, result: dropped('100.65.0.50') })
    await playground.moment('in-force').click()
    await expectSource(playground, { ...NODE_1, becomes, result: delivered(becomes) })

    await playground.sendFrom('pod-b')
    await expectSource(playground, { ...NODE_2, result: dropped('100.65.1.50') })
    await playground.rulesTypedOn('node-2').fill(rule)
    await expectSource(playground, {
      ...NODE_2,
      becomes: '10.1.1.11',
      result: delivered('10.1.1.11'),
    })

    await playground.rulesTypedOn('node-1').fill('')
    await expect(playground.outcome).toContainText(delivered('10.1.1.11'))
    await playground.sendFrom('pod-a')
    await expectSource(playground, { ...NODE_1, result: dropped('100.65.0.50') })

    // Before the agent's jump a rule that keeps the source wins over all that follows.
    await playground.rulesTypedOn('node-1').fill('iptables -t nat -I POSTROUTING -j ACCEPT')
    await playground.send('8.8.8.8:443')
    await expectSource(playground, {
      ...NODE_1,
      result: 'Delivered to public-dns. Source seen: 203.0.113.7 (public address).',
    })
  })

  test('a command that iptables refuses changes nothing, in its own words', async ({
    playground,
  }) => {
    await begin(playground, 'manual-rules-one-node')
    await playground.rulesTypedOn('node-1').fill('iptables -t nat -A POSTROUTING -j MASQ')
    await expectSource(playground, { ...NODE_1, result: dropped('100.65.0.50') })
    await expect(playground.panel.getByRole('alert').filter({ hasText: 'MASQ' })).toContainText(
      'line 1',
    )
  })
})
