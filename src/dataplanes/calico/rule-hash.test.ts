/// <reference types="node" />
import { expect, test } from 'vitest'
import type { Ruleset } from '../../engine/rule.ts'
import { felix, node1Of, ofVersion, onT1, PODS, stream } from './fixtures/on-t1.ts'
import { ruleHashes } from './rule-hash.ts'

const rulesOf = (...documents: readonly string[]): Ruleset =>
  node1Of(onT1(stream(PODS, ...documents))).rules

const labelsOf = ({ nat4 }: Ruleset, chain: string): readonly string[] =>
  (nat4.chains.find(({ name }) => name === chain)?.rules ?? []).map(({ matches: [first] }) =>
    first?.kind === 'comment' ? first.text : '',
  )

const EXCLUDING = 'natOutgoingExclusions: IPPoolsAndHostIPs'

test.each([
  // As a cluster of v3.28 printed it.
  ['all-ipam-pools', 'flqWnvo8yq4ULQLa', [ofVersion('v3.32.0')]],
  ['network-ip-pools', 'W_qq_N2KSTWyCvrX', []],
  ['and all-hosts-net', '799OFM9czGQJDhcV', [ofVersion('v3.31.5'), felix(EXCLUDING)]],
  ['network-ip-pools and all-hosts-net', 'AlfX5WPCYU7zmGli', [felix(EXCLUDING)]],
  [
    'out of eth+',
    '9xQAFI8zaY6lTKhP',
    [ofVersion('v3.30.0'), felix('iptablesNATOutgoingInterfaceFilter: eth+')],
  ],
  ['SNAT', 'IL-0QXHmli1zaZPw', [ofVersion('v3.30.0'), felix('natOutgoingAddress: 192.168.0.1')]],
  ['eBPF mode of v3.33', 'A1A6sF9oZceIGH7U', [ofVersion('v3.33.0'), felix('bpfEnabled: true')]],
  ['eBPF mode of v3.32', 'k9SjE1bWVYbIZgCm', [felix('bpfEnabled: true')]],
])('cali-nat-outgoing, %s: %s', (_, label, documents) => {
  expect(labelsOf(rulesOf(...documents), 'cali-nat-outgoing')).toEqual([`cali:${label}`])
})

test('an iptables without --random-fully gave the label that calico#2222 shows', () => {
  const text =
    '-A cali-nat-outgoing HASH -m set --match-set cali40masq-ipam-pools src -m set ! --match-set cali40all-ipam-pools dst --jump MASQUERADE'
  expect(ruleHashes('cali-nat-outgoing', [text])).toEqual(['Dw4T8UWPnCLxRJiI'])
})

test('the entry behind all others has a label of its own, up to v3.28.1 the one in front', () => {
  const entry = (version: string) => labelsOf(rulesOf(ofVersion(version)), 'POSTROUTING')
  expect(entry('v3.28.1')).toEqual(['cali:O3lYWMrLQYEMJtB5'])
  expect(entry('v3.28.2')).toEqual(['cali:0i8pjzKKPyA34aQD'])
})

test('the other chains have the labels that real clusters print', () => {
  const rules = rulesOf()
  expect(labelsOf(rules, 'PREROUTING')).toEqual(['cali:6gwbT8clXdHdC1b1'])
  expect(labelsOf(rules, 'OUTPUT')).toEqual(['cali:tVnHkvAo15HuiPy0'])
  expect(labelsOf(rules, 'cali-PREROUTING')).toEqual(['cali:r6XmIziWUJsdOK6Z'])
  expect(labelsOf(rules, 'cali-OUTPUT')).toEqual(['cali:GBTAv2p5CwevEyJm'])
  const tunnel = rulesOf(
    PODS.replace('name: pods', 'name: more')
      .replace('10.8', '10.9')
      .replace('spec:\n', 'spec:\n  ipipMode: Always\n'),
  )
  expect(labelsOf(tunnel, 'cali-POSTROUTING')).toEqual([
    'cali:Z-c7XtVd2Bq7s_hA',
    'cali:nYKhEzDlr11Jccal',
    'cali:SXWvdsbh4Mw7wOln',
  ])
})
