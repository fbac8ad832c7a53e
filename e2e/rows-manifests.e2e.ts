import { words as calico } from '../src/dataplanes/calico/words.en.ts'
import { words as cilium } from '../src/dataplanes/cilium/words.en.ts'
import { words as autopilot } from '../src/dataplanes/gke-autopilot/words.en.ts'
import { expect, test } from './playground.ts'
import { openBeside } from './settings-panel.ts'
import { expectSource } from './source-seen.ts'

test.describe('row 6: the policies of Autopilot', () => {
  const AT = 'node-1 · nat POSTROUTING'

  test('a destination that is added to the policy sees the Pod', async ({ playground }) => {
    const settings = await openBeside(playground, autopilot, 'autopilot-private-service-connect')
    const sender = { at: AT, pod: '10.48.0.5' }
    await expectSource(playground, {
      ...sender,
      becomes: '10.128.0.10',
      result: 'Delivered to psc-endpoint. Source seen: 10.128.0.10 (node).',
    })
    const ranges = await settings.field('destinations').inputValue()
    await settings.write('destinations', `${ranges}\n10.150.0.0/24`)
    await expectSource(playground, {
      ...sender,
      result: 'Delivered to psc-endpoint. Source seen: 10.48.0.5 (Pod).',
    })
    expect(await playground.typed()).toContain('- cidr: 10.150.0.0/24')
  })

  test('taken out of the default policy a range sees the node, a managed range stays', async ({
    playground,
  }) => {
    const settings = await openBeside(playground, autopilot, 'autopilot-egress-nat-policy')
    const sender = { at: AT, pod: '10.119.128.5' }
    await playground.send('10.2.1.100:443')
    await expectSource(playground, {
      ...sender,
      result: 'Delivered to server. Source seen: 10.119.128.5 (Pod).',
    })
    const ranges = await settings.field('destinations').inputValue()
    await settings.write('destinations', ranges.replace('10.0.0.0/8\n', ''))
    await expectSource(playground, {
      ...sender,
      becomes: '10.128.0.10',
      result: 'Delivered to server. Source seen: 10.128.0.10 (node).',
    })

    // The policy that GKE manages keeps the Pods' own range, whatever is written into it.
    await playground.send('10.119.130.4:8080')
    const toPod = 'Delivered to pod-b. Source seen: 10.119.128.5 (Pod).'
    await expectSource(playground, { ...sender, result: toPod })
    const text = await playground.typed()
    await playground.paste(text.replace('- cidr: 10.119.128.0/17', '- cidr: 10.9.0.0/16'))
    await expect(playground.panel).toContainText('GKE manages gke-bbfa6c0e-1')
    await expectSource(playground, { ...sender, result: toPod })
  })
})

test.describe('row 7: Calico', () => {
  test('natOutgoing of the pool decides whether the node’s address is taken', async ({
    playground,
  }) => {
    const settings = await openBeside(playground, calico, 'calico-nat-outgoing')
    const sender = { at: 'k8s-w1 · nat POSTROUTING', pod: '172.16.228.82' }
    const delivered = 'Delivered to public-dns. Source seen: 203.0.113.7 (public address).'
    await expectSource(playground, { ...sender, becomes: '192.168.10.101', result: delivered })
    await expect(playground.hop(sender.at)).toContainText('cali-nat-outgoing')

    await settings.switch('natOutgoing').click()
    await expect(settings.switch('natOutgoing')).not.toBeChecked()
    await expectSource(playground, {
      ...sender,
      result: 'Dropped at nat-gateway. Source seen: 172.16.228.82 (Pod).',
    })
    expect(await playground.typed()).toContain('natOutgoing: false')

    await settings.switch('natOutgoing').click()
    await expectSource(playground, { ...sender, becomes: '192.168.10.101', result: delivered })
    await settings.write('natOutgoingAddress', '192.168.10.150')
    await expect(playground.hop(sender.at)).toContainText('192.168.10.150')
  })

  test('a pool that is disabled still keeps the source to its range, until it is gone', async ({
    playground,
  }) => {
    const settings = await openBeside(playground, calico, 'calico-disabled-pool')
    const sender = { at: 'node-1 · nat POSTROUTING', pod: '10.8.0.5' }
    const audited = 'Delivered to audited-server. Source seen: '
    await expectSource(playground, { ...sender, result: `${audited}10.8.0.5 (Pod).` })
    const text = await playground.typed()
    // The range of a pool that exists is fixed: Calico refuses, and what held before still holds.
    await playground.paste(text.replace('cidr: 10.2.0.0/16', 'cidr: 10.3.0.0/16'))
    await expect(playground.configStatus).toContainText('refuse')
    await expectSource(playground, { ...sender, result: `${audited}10.8.0.5 (Pod).` })
    await playground.paste(text.replace(/# No Pod gets.*disabled: true\n---\n/s, ''))
    await expectSource(playground, {
      ...sender,
      becomes: '10.1.1.10',
      result: `${audited}10.1.1.10 (node).`,
    })

    // Nodes are in no pool, and a Pod's packet to one leaves as its own node; or not.
    await playground.send('10.1.1.11:10250')
    await expectSource(playground, {
      ...sender,
      becomes: '10.1.1.10',
      result: 'Source seen: 10.1.1.10 (node).',
    })
    await settings.choice('natOutgoingExclusions').selectOption('IPPoolsAndHostIPs')
    await expectSource(playground, { ...sender, result: 'Source seen: 10.8.0.5 (Pod).' })
  })
})

test.describe('row 8: Cilium with iptables', () => {
  const POD = { at: 'node-1 · nat POSTROUTING', pod: '172.16.0.82' }
  const AS_NODE = {
    ...POD,
    becomes: '192.168.10.100',
    result: 'Delivered to router. Source seen: 192.168.10.100 (node).',
  }
  const AS_POD = { ...POD, result: 'Delivered to router. Source seen: 172.16.0.82 (Pod).' }

  test('a native-routing CIDR that covers the router lets it see the Pod', async ({
    playground,
  }) => {
    const settings = await openBeside(playground, cilium, 'cilium-node-kept-router-translated')
    await playground.send('192.168.10.200')
    await expectSource(playground, AS_NODE)
    await settings.write('native-range', '192.168.10.0/24')
    await expectSource(playground, AS_POD)
    expect(await playground.typed()).toContain('ipv4-native-routing-cidr: "192.168.10.0/24"')
    await settings.write('native-range', '172.16.0.0/16')
    await expectSource(playground, AS_NODE)
  })

  test('only what leaves by a masquerading interface is masqueraded', async ({ playground }) => {
    const settings = await openBeside(playground, cilium, 'cilium-node-kept-router-translated')
    await playground.send('192.168.10.200')
    await settings.write('egress-interfaces', 'eth1')
    await expectSource(playground, AS_POD)
    await settings.write('egress-interfaces', 'eth0')
    await expectSource(playground, AS_NODE)
  })

  test('another node sees the Pod, without masquerading the router does as well', async ({
    playground,
  }) => {
    const settings = await openBeside(playground, cilium, 'cilium-node-kept-router-translated')
    await expectSource(playground, {
      ...POD,
      result: 'Delivered to node-2. Source seen: 172.16.0.82 (Pod).',
    })
    await playground.send('192.168.10.200')
    await expectSource(playground, AS_NODE)
    await settings.switch('masquerade4').click()
    await expectSource(playground, AS_POD)
  })
})

test.describe('row 9: Cilium with a program at the device', () => {
  const AT_PROGRAM = 'node-1 · eBPF (tc egress)'
  const POD = { at: AT_PROGRAM, pod: '10.8.0.5' }
  const becomes = '10.1.1.10'
  const AS_NODE = {
    ...POD,
    becomes,
    result: 'Delivered to server. Source seen: 10.1.1.10 (node).',
  }
  const AS_POD = { ...POD, result: 'Delivered to server. Source seen: 10.8.0.5 (Pod).' }

  test('a range in the list of its ip-masq-agent keeps the source', async ({ playground }) => {
    const settings = await openBeside(playground, cilium, 'cilium-ebpf-ip-masq-agent')
    await expectSource(playground, AS_NODE)
    await settings.write('kept-ranges', '10.2.0.0/16')
    await expectSource(playground, AS_POD)
    await playground.tab('chain').click()
    await expect(playground.panel).toContainText('cilium bpf ipmasq list')
    await playground.tab('config').click()

    // Without it Cilium wants a native-routing CIDR, and does not start; what held before still holds.
    await settings.switch('ip-masq-agent').click()
    await expect(playground.configStatus).toContainText('The Cilium agent does not start')
    await expectSource(playground, AS_POD)
    await settings.write('native-range', '10.8.0.0/16')
    await expectSource(playground, AS_NODE)
    await settings.switch('bpf-masquerade').click()
    await expectSource(playground, { ...AS_NODE, at: 'node-1 · nat POSTROUTING' })
  })

  test('link-local keeps the source until the file masquerades it', async ({ playground }) => {
    const settings = await openBeside(playground, cilium, 'cilium-ebpf-ip-masq-agent')
    await playground.send('169.254.169.254:80')
    const seen = 'Delivered to the metadata server. Source seen:'
    await expectSource(playground, { ...POD, result: `${seen} 10.8.0.5 (Pod).` })
    await settings.switch('masq-link-local').click()
    await expectSource(playground, { ...POD, becomes, result: `${seen} 10.1.1.10 (node).` })
  })

  test('an egress gateway policy names the address that a Pod leaves with', async ({
    playground,
  }) => {
    await openBeside(playground, cilium, 'cilium-egress-gateway')
    const gateway = { at: 'node-2 · eBPF (tc egress)', pod: '10.8.0.5' }
    await expectSource(playground, {
      ...gateway,
      becomes: '10.1.1.50',
      result: 'Delivered to server. Source seen: 10.1.1.50 (node).',
    })
    const text = await playground.typed()
    await playground.paste(text.replace('- 10.2.0.0/16', '- 10.3.0.0/16'))
    await expectSource(playground, {
      at: AT_PROGRAM,
      pod: '10.8.0.5',
      becomes: '10.1.1.10',
      result: 'Dropped at on-prem-firewall. Source seen: 10.1.1.10 (node).',
    })
  })
})
