import { describe, expect, test } from 'vitest'
import type { Reason } from '../../engine/reason.ts'
import type { Evaluation } from '../../scenario/evaluation.ts'
import type { ScenarioState } from '../../scenario/state.ts'
import { suggest } from './suggest.ts'

const flows = [
  { name: 'a', from: 'pod-a', to: '10.2.1.100', protocol: 'tcp', port: 443 },
  { name: 'b', from: 'node-1', to: '10.2.1.100', protocol: 'tcp', port: 443 },
  { name: 'c', from: 'pod-a', to: '8.8.8.8', protocol: 'tcp', port: 443 },
]
const scenario = { document: { flows }, flow: flows[0] } as unknown as ScenarioState

function evaluation(because: Reason, kind: 'dropped' | 'delivered'): Evaluation {
  return {
    trace: { outcome: { kind, because } },
    switches: { agent: { runs: true } },
  } as unknown as Evaluation
}

const linkLocal: Reason = {
  code: 'kept-link-local',
  dst: '169.254.169.254',
  chain: 'IP-MASQ',
  line: 1,
}

describe('What to try next', () => {
  test('A packet that was lost, whatever for: find what helps', () => {
    expect(suggest(scenario, evaluation(linkLocal, 'dropped'))).toEqual({ kind: 'find-fixes' })
  })

  test('Link-local that kept its source: masquerade it, though the packet arrived', () => {
    const suggested = suggest(scenario, evaluation(linkLocal, 'delivered'))
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
    const suggested = suggest(scenario, evaluation(because, 'delivered'))
    expect(suggested).toMatchObject({ kind: 'send', flow: { name: 'c', to: '8.8.8.8' } })
  })
})
