import { describe, expect, test } from 'vitest'
import { FIRST_BUILTIN } from '../load-builtin.ts'
import { arrivalsOf } from './arrivals-of.ts'

const { arrivals, missing, checks } = await arrivalsOf(FIRST_BUILTIN)

describe('What must the far firewall allow?', () => {
  test('each flow that leaves, with the source that arrives and what surely holds its like', () => {
    expect(
      arrivals.map(({ flow, source, ranges, because, allowed }) => [
        flow,
        source.address,
        ranges,
        because,
        allowed.state,
      ]),
    ).toEqual([
      ['pod-to-endpoint', '100.65.0.50', ['100.65.0.0/16'], 'any-pod', 'no'],
      ['node-to-endpoint', '10.1.1.10', ['10.1.1.0/24'], 'any-node', 'yes'],
      ['pod-to-internet', '203.0.113.7', ['203.0.113.7/32'], 'nat-addresses', 'nobody-asks'],
    ])
    expect(missing).toEqual([])
  })

  test('with the firewall that asks and the range that lets it in', () => {
    expect(arrivals[1]).toMatchObject({
      far: { kind: 'on-prem', name: 'on-prem', firewall: 'on-prem-firewall' },
      destination: { name: 'private-endpoint', address: '10.2.1.100' },
      protocol: 'tcp',
      port: 443,
      allowed: { by: ['10.1.1.0/24'] },
    })
  })

  test('what ends before is told, and is no row', async () => {
    const { document } = FIRST_BUILTIN
    const told = await arrivalsOf({
      ...FIRST_BUILTIN,
      document: { ...document, cloudNats: [] },
    })
    expect(told.missing).toMatchObject([{ flow: 'pod-to-internet', at: 'vpc:vpc' }])
    expect(told.arrivals.map(({ flow }) => flow)).not.toContain('pod-to-internet')
  })
})

describe('How to see for oneself', () => {
  const byCode = (flow: string) =>
    Object.fromEntries(
      (checks.find((each) => each.flow === flow)?.checks ?? []).map((check) => [check.code, check]),
    )

  test('a Pod that is dropped: no answer, the rule that kept its source, a half-open entry', () => {
    const { connect, capture, conntrack } = byCode('pod-to-endpoint')
    const rule = byCode('pod-to-endpoint')['nat-rule']
    expect(connect).toMatchObject({
      on: { kind: 'workstation', name: 'pod-a' },
      command: 'kubectl exec pod-a -- nc -vz 10.2.1.100 443',
      prints: ['nc: connect to 10.2.1.100 port 443 (tcp) failed: Connection timed out'],
    })
    expect(capture).toMatchObject({
      command: 'tcpdump -nn -t -i eth0 tcp and host 10.2.1.100',
      prints: [
        expect.stringMatching(/^IP 100\.65\.0\.50\.40012 > 10\.2\.1\.100\.443: Flags \[S\],/),
      ],
    })
    expect(rule?.command).toBe('iptables -t nat -L IP-MASQ -n -v')
    expect(rule?.prints[2]).toContain('RETURN')
    expect(rule?.prints[2]).toContain('10.0.0.0/8')
    expect(conntrack?.prints[0]).toContain(
      'SYN_SENT src=100.65.0.50 dst=10.2.1.100 sport=40012 dport=443 [UNREPLIED] src=10.2.1.100 dst=100.65.0.50',
    )
  })

  test('a masqueraded Pod: the node’s address goes out, conntrack knows both', async () => {
    const applied = { ...FIRST_BUILTIN.manifests, applied: true }
    const told = await arrivalsOf({ ...FIRST_BUILTIN, manifests: applied })
    const [, capture, rule, conntrack] = told.checks[0]?.checks ?? []
    expect(capture?.prints).toHaveLength(2)
    expect(capture?.prints[0]).toMatch(/^IP 10\.1\.1\.10\..* > 10\.2\.1\.100\.443: Flags \[S\],/)
    expect(rule?.prints[2]).toContain('MASQUERADE')
    expect(conntrack?.prints[0]).toMatch(/ESTABLISHED src=100\.65\.0\.50 .* dst=10\.1\.1\.10 /)
  })

  test('from the node it is typed on the node', () => {
    expect(byCode('node-to-endpoint')['connect']).toMatchObject({
      on: { kind: 'node', name: 'node-1' },
      command: 'nc -vz 10.2.1.100 443',
      prints: ['Connection to 10.2.1.100 443 port [tcp/https] succeeded!'],
    })
  })
})

test('one request for each far side: who refuses comes first, one rule is one line', async () => {
  const { document } = FIRST_BUILTIN
  const second = { ...FIRST_BUILTIN.flow, name: 'again', sourcePort: 50_000 }
  const { requests } = await arrivalsOf({
    ...FIRST_BUILTIN,
    document: { ...document, flows: [...document.flows, second] },
  })
  expect(requests.map(({ far, lines }) => [far.name, lines.map(({ flows }) => flows)])).toEqual([
    ['on-prem', [['pod-to-endpoint', 'again'], ['node-to-endpoint']]],
    ['public-dns', [['pod-to-internet']]],
  ])
  expect(requests[0]).toMatchObject({
    clusters: ['gke-cluster'],
    checks: [{ code: 'connect' }, { code: 'capture' }, { code: 'nat-rule' }, { code: 'conntrack' }],
  })
})
