import { describe, expect, test } from 'vitest'
import type { Reason } from '../../engine/reason.ts'
import type { Evaluation, RuleBook } from '../../scenario/evaluation.ts'
import type { ScenarioState } from '../../scenario/state.ts'
import { suggest } from './suggest.ts'

const TEXT = `nonMasqueradeCIDRs:
  - 172.16.0.0/12
  - 10.0.0.0/8 # the far side
masqLinkLocal: false
`
const flows = [
  { name: 'a', from: 'pod-a', to: '10.2.1.100', protocol: 'tcp', port: 443 },
  { name: 'b', from: 'node-1', to: '10.2.1.100', protocol: 'tcp', port: 443 },
  { name: 'c', from: 'pod-a', to: '8.8.8.8', protocol: 'tcp', port: 443 },
]
const scenario = (text: string, applied: boolean) =>
  ({
    document: { flows, draft: { manifests: 'the draft' } },
    manifests: { text, applied, inForce: null },
    flow: flows[0],
  }) as unknown as ScenarioState

const keptByRange: Reason = {
  code: 'kept-configured-range',
  dst: '10.2.1.100',
  cidr: '10.0.0.0/8',
  chain: 'IP-MASQ',
  line: 3,
}

const refused: Reason = {
  code: 'dropped-far-firewall',
  rejects: false,
  firewall: 'fw',
  src: '100.65.0.50',
  allowed: ['10.1.1.0/24'],
}

function evaluation(
  because: Reason,
  kind = 'dropped',
  runs = true,
  reason: Reason = refused,
): Evaluation {
  const source = because.code === 'masqueraded' ? 'translated' : 'kept'
  return {
    trace: { outcome: { kind, source, because, reason } },
    switches: { agent: { runs } },
  } as unknown as Evaluation
}

const row = { ref: { id: 'x', chain: 'IP-MASQ', line: 3 }, configLine: 3 }
const RULES = {
  nodes: [{ chains: [{ name: 'IP-MASQ', rules: [row] }] }],
  differing: [],
} as unknown as RuleBook

describe('What to try next', () => {
  test('A packet lost with its own address and a draft at hand: apply it', () => {
    const because: Reason = { ...keptByRange, code: 'kept-default-range' }
    expect(suggest(scenario(TEXT, false), evaluation(because), RULES)).toEqual({
      kind: 'apply-draft',
    })
  })

  test('A packet that no route takes: another source would not help it', () => {
    const because: Reason = { ...keptByRange, code: 'kept-default-range' }
    const reason: Reason = { code: 'dropped-no-route', at: 'router:vpc', dst: '192.168.7.7' }
    const suggested = suggest(
      scenario(TEXT, false),
      evaluation(because, 'dropped', true, reason),
      RULES,
    )
    expect(suggested?.kind).toBe('send')
  })

  test('Kept by a line of the applied ConfigMap: that line goes, the rest of the text stays', () => {
    const suggested = suggest(scenario(TEXT, true), evaluation(keptByRange), RULES)
    expect(suggested).toMatchObject({ kind: 'take-out-range', cidr: '10.0.0.0/8' })
    const text = suggested?.kind === 'take-out-range' ? suggested.text : ''
    expect(text).toBe('nonMasqueradeCIDRs:\n  - 172.16.0.0/12\nmasqLinkLocal: false\n')
  })

  test('Applied, yet on default ranges: the scenario’s draft', () => {
    const because: Reason = { ...keptByRange, code: 'kept-default-range' }
    const suggested = suggest(scenario('masqLinkLocal: true\n', true), evaluation(because), RULES)
    expect(suggested).toEqual({ kind: 'use-draft', text: 'the draft' })
  })

  test('A range in a list on one line is not cut out of it', () => {
    const inline = '#\n#\nnonMasqueradeCIDRs: [10.0.0.0/8]\n'
    expect(suggest(scenario(inline, true), evaluation(keptByRange), RULES)?.kind).toBe('send')
  })

  test('Default SNAT off and lost: turn it on', () => {
    const because: Reason = { code: 'kept-default-snat-disabled', node: 'node-1' }
    const suggested = suggest(scenario(TEXT, false), evaluation(because, 'dropped', false), RULES)
    expect(suggested).toEqual({ kind: 'turn-snat-on' })
  })

  test('Link-local that kept its source: masquerade it, though the packet arrived', () => {
    const because: Reason = {
      code: 'kept-link-local',
      dst: '169.254.169.254',
      chain: 'IP-MASQ',
      line: 1,
    }
    const suggested = suggest(scenario(TEXT, true), evaluation(because, 'delivered'), RULES)
    expect(suggested).toEqual({ kind: 'masq-link-local', to: '169.254.169.254' })
  })

  test('Delivered: the next destination of the same sender', () => {
    const because: Reason = {
      code: 'masqueraded',
      dst: '10.2.1.100',
      chain: 'IP-MASQ',
      line: 13,
      device: 'eth0',
      to: '10.1.1.10',
    }
    const suggested = suggest(scenario(TEXT, true), evaluation(because, 'delivered'), RULES)
    expect(suggested).toMatchObject({ kind: 'send', flow: { name: 'c', to: '8.8.8.8' } })
  })
})
