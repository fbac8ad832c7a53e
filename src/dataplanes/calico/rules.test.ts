/// <reference types="node" />
import { describe, expect, test } from 'vitest'
import { printIpset } from '../../iptables/print-ipset.ts'
import { printList } from '../../iptables/print-list.ts'
import { printSave } from '../../iptables/print-save.ts'
import { starterText } from './default-pools.ts'
import { factsOfT1, felix, node1Of, ofVersion, onT1, PODS, pool, stream } from './fixtures/on-t1.ts'

const rulesOf = (...documents: readonly string[]) => node1Of(onT1(stream(...documents))).rules
const saved = (...documents: readonly string[]): readonly string[] =>
  printSave(rulesOf(...documents).nat4)
    .split('\n')
    .filter((line) => line.startsWith('-A'))
const outgoing = (...documents: readonly string[]): readonly string[] =>
  saved(...documents)
    .filter((line) => line.startsWith('-A cali-nat-outgoing'))
    .map((line) => line.replace(/ -m comment --comment "cali:[\w-]{16}"/, ''))
const sets = (...documents: readonly string[]): string => printIpset(rulesOf(...documents).sets)

const MATCH =
  '-m set --match-set cali40masq-ipam-pools src -m set ! --match-set cali40network-ip-pools dst'

test('iptables-save shows the three chains behind POSTROUTING', () => {
  expect(saved(ofVersion('v3.32.0'), PODS)).toEqual([
    '-A PREROUTING -m comment --comment "cali:6gwbT8clXdHdC1b1" -j cali-PREROUTING',
    '-A OUTPUT -m comment --comment "cali:tVnHkvAo15HuiPy0" -j cali-OUTPUT',
    '-A POSTROUTING -m comment --comment "cali:0i8pjzKKPyA34aQD" -j cali-POSTROUTING',
    '-A cali-OUTPUT -m comment --comment "cali:GBTAv2p5CwevEyJm" -j cali-fip-dnat',
    '-A cali-POSTROUTING -m comment --comment "cali:Z-c7XtVd2Bq7s_hA" -j cali-fip-snat',
    '-A cali-POSTROUTING -m comment --comment "cali:nYKhEzDlr11Jccal" -j cali-nat-outgoing',
    '-A cali-PREROUTING -m comment --comment "cali:r6XmIziWUJsdOK6Z" -j cali-fip-dnat',
    '-A cali-nat-outgoing -m comment --comment "cali:flqWnvo8yq4ULQLa" -m set --match-set cali40masq-ipam-pools src -m set ! --match-set cali40all-ipam-pools dst -j MASQUERADE --random-fully',
  ])
})

test('iptables -L shows the rule as the lab did', () => {
  const { nat4 } = rulesOf(ofVersion('v3.28.1'), PODS)
  const listed = printList(nat4, { numeric: true, verbose: true, chain: 'cali-nat-outgoing' })
  expect(listed).toMatch(
    /\/\* cali:flqWnvo8yq4ULQLa \*\/ match-set cali40masq-ipam-pools src ! match-set cali40all-ipam-pools dst random-fully\n$/,
  )
  expect(listed).toMatch(/^Chain cali-nat-outgoing \(1 references\)\n pkts bytes target/)
})

describe('cali-nat-outgoing', () => {
  test('is there and empty without a pool that has natOutgoing', () => {
    const { nat4 } = rulesOf(pool('pods', 'cidr: 10.8.0.0/16'))
    expect(nat4.chains.find(({ name }) => name === 'cali-nat-outgoing')?.rules).toEqual([])
  })

  test('has five rules with natPortRange', () => {
    expect(outgoing(PODS, felix('natPortRange: 32768:65535'))).toEqual([
      `-A cali-nat-outgoing -p tcp ${MATCH} -j MASQUERADE --to-ports 32768-65535 --random-fully`,
      `-A cali-nat-outgoing -p tcp ${MATCH} -j RETURN`,
      `-A cali-nat-outgoing -p udp ${MATCH} -j MASQUERADE --to-ports 32768-65535 --random-fully`,
      `-A cali-nat-outgoing -p udp ${MATCH} -j RETURN`,
      `-A cali-nat-outgoing ${MATCH} -j MASQUERADE --random-fully`,
    ])
  })

  test('translates to natOutgoingAddress, with and without ports', () => {
    const rules = outgoing(
      PODS,
      felix('natOutgoingAddress: 192.168.0.1', 'natPortRange: 1024:2047'),
    )
    expect(rules[0]).toContain('-j SNAT --to-source 192.168.0.1:1024-2047 --random-fully')
    expect(rules[4]).toBe(
      `-A cali-nat-outgoing ${MATCH} -j SNAT --to-source 192.168.0.1 --random-fully`,
    )
  })

  test('asks for the set of nodes and for the interface where it is told to', () => {
    expect(
      outgoing(
        PODS,
        felix(
          'natOutgoingExclusions: IPPoolsAndHostIPs',
          'iptablesNATOutgoingInterfaceFilter: eth+',
        ),
      ),
    ).toEqual([
      `-A cali-nat-outgoing -o eth+ ${MATCH} -m set ! --match-set cali40all-hosts-net dst -j MASQUERADE --random-fully`,
    ])
  })

  test('on one node follows its own FelixConfiguration', () => {
    const installed = onT1(
      stream(
        PODS,
        felix('natOutgoingAddress: 192.168.0.1', 'natPortRange: 5'),
        felix('natOutgoingAddress: 192.168.0.2').replace('name: default', 'name: node.node-1'),
      ),
    )
    const text = (name: string) =>
      printSave(installed.nodes.get(name)?.rules.nat4 ?? rulesOf(PODS).nat4)
    expect(text('node-1')).toContain('--to-source 192.168.0.2:5')
    expect(text('node-2')).toContain('--to-source 192.168.0.1:5')
  })
})

describe('the sets', () => {
  test('hold the pools, disabled ones among the destinations', () => {
    expect(sets(PODS, pool('away', 'cidr: 10.2.0.0/16', 'disabled: true'))).toBe(
      `create cali40masq-ipam-pools hash:net family inet hashsize 1024 maxelem 1048576
add cali40masq-ipam-pools 10.8.0.0/16
create cali40network-ip-pools hash:net family inet hashsize 1024 maxelem 1048576
add cali40network-ip-pools 10.2.0.0/16
add cali40network-ip-pools 10.8.0.0/16
`,
    )
  })

  test('hold the nodes, and others that are named, where they are excluded', () => {
    const text = sets(
      PODS,
      felix('natOutgoingExclusions: IPPoolsAndHostIPs', 'externalNodesList: [10.3.0.0/24]'),
    )
    expect(text).toContain(
      `add cali40all-hosts-net 10.1.1.10
add cali40all-hosts-net 10.1.1.11
add cali40all-hosts-net 10.3.0.0/24
`,
    )
  })
})

describe('IPv6', () => {
  const SIX = pool('six', 'cidr: fd00:8::/48', 'natOutgoing: true')

  test('has chains and sets of its own', () => {
    const { nat6, sets: all } = rulesOf(PODS, SIX)
    expect(printSave(nat6)).toContain(
      '-m set --match-set cali60masq-ipam-pools src -m set ! --match-set cali60network-ip-pools dst -j MASQUERADE --random-fully',
    )
    expect(printIpset(all)).toContain(
      `create cali60masq-ipam-pools hash:net family inet6 hashsize 1024 maxelem 1048576
add cali60masq-ipam-pools fd00:8::/48
`,
    )
  })

  test('has none without a pool of that family', () => {
    const { nat6, sets: all } = rulesOf(PODS)
    expect(nat6.chains.flatMap(({ rules }) => rules)).toEqual([])
    expect(all.every(({ family }) => family === 4)).toBe(true)
  })

  test('is not translated to an IPv4 address', () => {
    const installed = node1Of(onT1(stream(PODS, SIX, felix('natOutgoingAddress: 192.168.0.1'))))
    expect(printSave(installed.rules.nat6)).not.toContain('SNAT')
    expect(installed.assumptions).toContain('nat-address-not-for-ipv6')
  })
})

describe('the entry into POSTROUTING', () => {
  const places = (...documents: readonly string[]) =>
    rulesOf(PODS, ...documents).nat4.chains.find(({ name }) => name === 'POSTROUTING')?.rules ?? []

  test('is the program’s stand-in first, in eBPF mode', () => {
    expect(places(felix('bpfEnabled: true')).map(({ origin }) => origin?.code)).toEqual([
      'bpf-entry',
      'entry',
    ])
  })
})

test('eBPF mode marks and follows the mark, and leaves PREROUTING and OUTPUT alone', () => {
  const lines = saved(PODS, felix('bpfEnabled: true'))
  expect(lines).toContain(`-A eBPF-program ${MATCH} -j MARK --set-xmark 0x3800000/0x3f00000`)
  expect(lines.join('\n')).toContain('-m mark --mark 0x3800000/0x3f00000 -j MASQUERADE')
  expect(lines.join('\n')).toContain(
    '-m comment --comment "BPF loopback SNAT" -m mark --mark 0x3600000/0x3f00000 -j MASQUERADE',
  )
  expect(lines.join('\n')).not.toMatch(/-A (PREROUTING|OUTPUT)/)
})

test('from v3.33 on UDP into a tunnel keeps off the port of VXLAN', () => {
  const vxlan = pool('pods', 'cidr: 10.8.0.0/16', 'vxlanMode: CrossSubnet', 'natOutgoing: true')
  const tunnel = (version: string) =>
    saved(vxlan, ofVersion(version)).filter((line) => line.includes('-o vxlan.calico'))
  expect(tunnel('v3.32.1')).toHaveLength(1)
  expect(tunnel('v3.33.0')).toHaveLength(2)
  expect(tunnel('v3.33.0')[0]).toMatch(
    /-p udp .* -j MASQUERADE --to-ports 4790-65535 --random-fully$/,
  )
})

test('a fresh installation is what stands where nothing is applied', () => {
  const { settings } = factsOfT1()
  const applied = node1Of(onT1(starterText(settings.podRanges)))
  const absent = node1Of(onT1(null))
  expect(printSave(applied.rules.nat4)).toBe(printSave(absent.rules.nat4))
  expect(printIpset(applied.rules.sets)).toBe(printIpset(absent.rules.sets))
  expect(onT1(starterText(settings.podRanges)).config.error).toBeNull()
})
