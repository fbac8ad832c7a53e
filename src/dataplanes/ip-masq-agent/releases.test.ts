import { expect, test } from 'vitest'
import { printList } from '../../iptables/print-list.ts'
import { printSave } from '../../iptables/print-save.ts'
import { readConfig } from './config.ts'
import { plainFile } from './config-file.ts'
import { type AgentFlags, parseFlags } from './flags.ts'
import { type AgentState, FRESH, syncAgent } from './sync.ts'
import { agentProfile } from './version.ts'

function started(version: string, ...args: readonly string[]): AgentFlags {
  const flags = parseFlags(args, agentProfile(version))
  if (!flags.ok) throw new Error(flags.error.text)
  return flags.value
}
const rulesOf = (state: AgentState): readonly string[] =>
  state.nat4
    ? printSave(state.nat4)
        .split('\n')
        .filter((line) => line.startsWith('-A'))
    : []
const written = (flags: AgentFlags, text: string | null = null): readonly string[] =>
  rulesOf(syncAgent(FRESH, text === null ? null : plainFile(text), flags).state)
const errorOf = (version: string, text: string): string | null =>
  syncAgent(FRESH, plainFile(text), started(version)).error?.text ?? null

test('up to v2.0.0 every rule looks for local destinations, as an old page lists them', () => {
  const { nat4 } = syncAgent(FRESH, null, started('2.0.0')).state
  const listed = nat4 && printList(nat4, { chain: 'IP-MASQ-AGENT' })?.trimEnd().split('\n')
  const kept = (range: string): string =>
    `RETURN     all  --  anywhere             ${range.padEnd(20)} /* ip-masq-agent: cluster-local traffic should not be subject to MASQUERADE */ ADDRTYPE match dst-type !LOCAL`
  expect(listed?.slice(2).map((line) => line.replace('link-local/16 ', '169.254.0.0/16'))).toEqual([
    ...['169.254.0.0/16', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map(kept),
    'MASQUERADE  all  --  anywhere             anywhere             /* ip-masq-agent: outbound traffic should be subject to MASQUERADE (this match must come after cluster-local CIDR matches) */ ADDRTYPE match dst-type !LOCAL',
  ])
})

test('v2.0.1 has the rules of today, without a random port', () => {
  expect(written(started('2.0.1'), 'nonMasqueradeCIDRs: [10.0.0.0/8]')).toEqual([
    '-A POSTROUTING -m comment --comment "ip-masq-agent: ensure nat POSTROUTING directs all non-LOCAL destination traffic to our custom IP-MASQ-AGENT chain" -m addrtype ! --dst-type LOCAL -j IP-MASQ-AGENT',
    '-A IP-MASQ-AGENT -d 169.254.0.0/16 -m comment --comment "ip-masq-agent: local traffic is not subject to MASQUERADE" -j RETURN',
    '-A IP-MASQ-AGENT -d 10.0.0.0/8 -m comment --comment "ip-masq-agent: local traffic is not subject to MASQUERADE" -j RETURN',
    '-A IP-MASQ-AGENT -m comment --comment "ip-masq-agent: outbound traffic is subject to MASQUERADE (must be last in chain)" -j MASQUERADE',
  ])
})

test.each([
  ['2.3.0', false, false],
  ['2.4.1', true, false],
  ['2.9.1', true, false],
  ['2.10.0', true, true],
  ['2.12.6', true, true],
])('v%s: 198.51.100.0/24 is reserved: %s, ports are random: %s', (version, testNet2, random) => {
  const rules = written(started(version, '--nomasq-all-reserved-ranges'))
  expect(rules).toHaveLength(testNet2 ? 14 : 13)
  expect(rules.some((rule) => rule.includes('-d 198.51.100.0/24'))).toBe(testNet2)
  expect(rules.at(-1)?.endsWith('--random-fully')).toBe(random)
})

test.each([
  ['2.9.3', false],
  ['2.10.0', true],
  ['2.12.1', true],
  ['2.12.2', false],
])('v%s puts quotes into the comment of its jump: %s', (version, quotes) => {
  expect(written(started(version))[0]?.includes('--comment "\\"ip-masq-agent:')).toBe(quotes)
})

test('v2.11.0 writes fixed ports where it is told to, and v2.12.0 ports of a range', () => {
  expect(written(started('2.11.0', '--random-fully=false')).at(-1)).toMatch(/-j MASQUERADE$/)
  const [first] = written(started('2.12.0', '--to-ports=1024-29999,32768-65535')).filter((rule) =>
    rule.includes('-p tcp'),
  )
  expect(first).toContain('--probability 0.46929256')
  expect(first).toMatch(/-j MASQUERADE --to-ports 1024-29999 --random-fully$/)
})

test('v1.0.0 calls the key linkLocal, and keeps the source where it is true', () => {
  const flags = started('1.0.0')
  expect(written(flags, 'linkLocal: true')).toHaveLength(6)
  expect(written(flags, 'linkLocal: false')).toHaveLength(5)
  expect(written(flags, 'masqLinkLocal: true'), 'a key that it does not know').toHaveLength(6)
  expect(readConfig(plainFile('linkLocal: false'), flags).using).toBe(
    '{"nonMasqueradeCIDRs":["10.0.0.0/8","172.16.0.0/12","192.168.0.0/16"],"linkLocal":false,"resyncInterval":60000000000}',
  )
})

test('a release before v2.9.0 does not know cidrLimit and takes 64', () => {
  const list = Array.from({ length: 65 }, (_, at) => `- 10.${at}.0.0/16`).join('\n')
  const text = `cidrLimit: 100\nnonMasqueradeCIDRs:\n${list}`
  expect(errorOf('2.9.0', text)).toBeNull()
  expect(errorOf('2.8.0', text)).toBe(
    'the daemon can only accept up to 64 CIDRs (excluding link-local), but got 65 CIDRs (excluding link local)',
  )
  expect(errorOf('2.4.1', text)).toBe(
    'The daemon can only accept up to 64 CIDRs (excluding link-local), but got 65 CIDRs (excluding link local).',
  )
})

test('an entry has to match a pattern first, up to v2.4.0', () => {
  expect(errorOf('2.4.0', 'nonMasqueradeCIDRs: [10.0.0.0]')).toBe(
    String.raw`CIDR "10.0.0.0" did not match "^\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}/\\d{1,2}$" (for example, '10.0.0.0/8' is correct CIDR notation)`,
  )
  expect(errorOf('2.4.0', 'nonMasqueradeCIDRs: [10.256.0.0/16]')).toBe(
    'CIDR "10.256.0.0/16" could not be parsed, invalid CIDR address: 10.256.0.0/16',
  )
})

test.each([
  ['2.4.1', "iptables-restore v1.8.9 (nf_tables): host/network `fc00::' not found"],
  [
    '2.5.0',
    'ipv6 is not enabled, but ipv6 cidr fc00::/7 provided. Enable ipv6 using --enable-ipv6 agent flag',
  ],
])('v%s meets an IPv6 range: %s', (version, text) => {
  expect(errorOf(version, 'nonMasqueradeCIDRs: ["fc00::/7"]')).toBe(text)
})
