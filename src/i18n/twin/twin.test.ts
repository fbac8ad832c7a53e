/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadDataplane } from '../../dataplanes/registry.ts'
import { diagnose } from '../../scenario/detective/diagnose.ts'
import { evaluate } from '../../scenario/evaluate.ts'
import { readScenario } from '../../scenario/read-scenario.ts'
import { ruleBook } from '../../scenario/rule-book.ts'
import type { ScenarioState } from '../../scenario/state.ts'
import { studiedDataplane } from '../../scenario/studied-cluster.ts'
import { LANGUAGES, type Language } from '../language.ts'
import { loadCatalogue } from '../load-catalogue.ts'
import { loadDetectiveWords } from '../load-detective-words.ts'
import { loadPathWords } from '../load-path-words.ts'
import { loadTwinWords } from '../load-twin-words.ts'
import { tellTwin } from './tell-twin.ts'
import { twinText } from './twin-text.ts'

function builtin(name: string, flow: string): ScenarioState {
  const file = `${import.meta.dirname}/../../scenario/builtin/${name}.yaml`
  const read = readScenario(readFileSync(file, 'utf8'))
  if (!read.ok) throw new Error(name)
  const chosen = read.value.document.flows.find((each) => each.name === flow)
  if (chosen === undefined) throw new Error(`${name} has no flow ${flow}`)
  return { ...read.value, flow: chosen }
}

async function twinOf(scenario: ScenarioState, language: Language, fixes = false): Promise<string> {
  const { words } = await loadDataplane(studiedDataplane(scenario.document))
  const { trace, map } = await evaluate(scenario)
  const given = {
    scenario,
    trace,
    map,
    rules: await ruleBook(scenario, null),
    level: 'engineer' as const,
    diagnosis: fixes ? await diagnose(scenario) : null,
    words: {
      messages: await loadCatalogue(language),
      own: await words[language](),
      twin: await loadTwinWords(language),
      path: await loadPathWords(language),
      detective: fixes ? await loadDetectiveWords(language) : null,
    },
  }
  return twinText(tellTwin(given))
}

/** What a reader of the text alone finds out, by its labels in one language. */
const LABELS = {
  en: {
    dropped: /^- Dropped by: .*?([\w-]+)\.$/m,
    lost: /^- It arrived, but the reply was dropped by: .*?([\w-]+)\.$/m,
    delivered: /^- Delivered to: .*?([\w-]+)\.$/m,
    rule: /^- Deciding rule on ([\w-]+): rule (\d+) of (.+?), (-A .*)\.$/gm,
  },
  ko: {
    dropped: /^- 폐기한 곳: .*?([\w-]+)\.$/m,
    lost: /^- 패킷은 전달되었으나 응답이 유실된 곳: .*?([\w-]+)\.$/m,
    delivered: /^- 전달된 곳: .*?([\w-]+)\.$/m,
    rule: /^- ([\w-]+)에서 결정한 규칙: (.+?) 체인의 (\d+)번 규칙 \((-A .*)\)\.$/gm,
  },
  ja: {
    dropped: /^- 破棄した場所: .*?([\w-]+)。$/m,
    lost: /^- パケットは到達しましたが、応答が失われた場所: .*?([\w-]+)。$/m,
    delivered: /^- 到達した場所: .*?([\w-]+)。$/m,
    rule: /^- ([\w-]+) で決定したルール: (.+?) のルール (\d+)\((-A .*)\)。$/gm,
  },
} as const

function answers(text: string, language: Language) {
  const labels = LABELS[language]
  const find = (pattern: RegExp) => pattern.exec(text)?.[1] ?? null
  const rules = [...text.matchAll(labels.rule)].map(([, node, one = '', two = '', written]) => {
    const [chain, line] = language === 'en' ? [two, one] : [one, two]
    return `${node}: ${chain} ${line}: ${written}`
  })
  return {
    dropped: find(labels.dropped),
    lost: find(labels.lost),
    delivered: find(labels.delivered),
    rules,
  }
}

const nobody = { dropped: null, lost: null, delivered: null }

describe.each(LANGUAGES)('Whoever reads only the text twin in %s', (language) => {
  const told = async (name: string, flow: string) =>
    answers(await twinOf(builtin(name, flow), language), language)

  test('knows that the far firewall dropped it, and that RETURN in IP-MASQ kept its source', async () => {
    expect(await told('private-endpoint-as-is', 'pod-to-endpoint')).toEqual({
      ...nobody,
      dropped: 'on-prem-firewall',
      rules: [
        'node-1: IP-MASQ 2: -A IP-MASQ -d 10.0.0.0/8 -m comment --comment "ip-masq-agent: local traffic is not subject to MASQUERADE" -j RETURN',
      ],
    })
  })

  test('knows which rule of the default SNAT masqueraded it, and that it arrived', async () => {
    const { rules, ...ends } = await told('gke-bootstrap-rules', 'pod-to-internet')
    expect(ends).toEqual({ ...nobody, delivered: 'public-dns' })
    expect(rules).toEqual([expect.stringMatching(/^node-1: IP-MASQ 13: .*-j MASQUERADE$/)])
  })

  test('knows Calico’s rule', async () => {
    const { rules, delivered } = await told('calico-nat-outgoing', 'ping-1')
    expect(delivered).toBe('public-dns')
    expect(rules).toEqual([
      expect.stringMatching(/^k8s-w1: cali-nat-outgoing 1: .*cali40masq-ipam-pools src/),
    ])
  })

  test('knows that a program of Cilium dropped it on the node, and why', async () => {
    const { rules, dropped } = await told('cilium-ebpf-ip-masq-agent', 'timestamp')
    expect(dropped).toBe('node-1')
    expect(rules).toEqual([
      'node-1: snat_v4_nat 10.1.1.10 5: -A snat_v4_nat 10.1.1.10 -p icmp -j DROP --reason "Unsupported protocol for NAT masquerade"',
    ])
  })

  test('knows that Cloud NAT had no address for it', async () => {
    expect(await told('default-snat-off-uncovered', 'pod-to-internet')).toEqual({
      ...nobody,
      dropped: 'cloud-nat',
      rules: [],
    })
  })

  test('knows that it arrived and its reply was lost, and where', async () => {
    const { lost, dropped } = await told('firewall-open-no-way-back', 'pod-to-endpoint')
    expect({ lost, dropped }).toEqual({ lost: 'on-prem', dropped: null })
  })

  test('knows who is where, and what is carried from which place to which', async () => {
    const text = await twinOf(builtin('private-endpoint-to-be', 'pod-to-endpoint'), language)
    const { hops } = (await loadCatalogue(language)).ui
    expect(text).toMatch(/^ +- Pod pod-a: 100\.65\.0\.50/m)
    expect(text).toMatch(/^ +- .*on-prem-firewall: .*10\.1\.1\.0\/24/m)
    expect(text).toContain('100.65.0.50:40012 → 10.2.1.100:443 tcp')
    const [, reply = ''] = text.split(`## ${hops.reply}`)
    expect(reply).toMatch(/10\.2\.1\.100:443 → 10\.1\.1\.10:\S+ tcp/)
    expect(reply).toMatch(/10\.1\.1\.10.*100\.65\.0\.50/)
  })

  test('knows the fixes where they were asked for, and of none where not', async () => {
    const scenario = builtin('private-endpoint-as-is', 'pod-to-endpoint')
    const heading = `## ${(await loadTwinWords(language)).headings.fixes}`
    expect(await twinOf(scenario, language)).not.toContain(heading)
    const [, fixes = ''] = (await twinOf(scenario, language, true)).split(heading)
    expect(fixes).toMatch(/^1\. [\s\S]*100\.65\.0\.50\/32/m)
  })
})

test('a packet that cannot be sent has a twin without a journey', async () => {
  const scenario = builtin('private-endpoint-as-is', 'pod-to-endpoint')
  const text = await twinOf({ ...scenario, flow: { ...scenario.flow, from: 'nobody' } }, 'en')
  expect(text).toContain('The packet cannot be sent.')
  expect(text).toContain('## The network')
  expect(text).not.toContain('## On the way out')
})
