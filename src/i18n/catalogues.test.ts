/// <reference types="node" />
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const src = join(import.meta.dirname, '..')

/** Names and terms that every language leaves as they are. */
const LEFT_AS_THEY_ARE = new Set([
  // products and projects
  ...['GKE Standard', 'GKE Autopilot', 'Calico', 'Cilium', 'Cilium (iptables)', 'Cilium (eBPF)'],
  ...['AWS VPC CNI', 'aws-node', 'Felix', 'Kubernetes', 'kubelet', 'kube-proxy', 'ip-masq-agent'],
  ...['Cloud NAT', 'Cloud Router', 'Interconnect', 'Private Service Connect', 'Dataplane V2'],
  // kinds of things, as manifests write them
  ...['Pod', 'Service', 'ConfigMap', 'NetworkPolicy', 'ConfigMap YAML', 'ip-masq-agent ConfigMap'],
  // the field's own
  ...['VM', 'VPC', 'VPN', 'SNAT', 'DNAT', 'IPv6', 'eBPF', 'eBPF (tc egress)', 'conntrack', 'ipset'],
  ...['iptables', 'nat PREROUTING', 'nat INPUT', 'nat OUTPUT', 'nat POSTROUTING'],
  ...['PREROUTING', 'POSTROUTING', 'RETURN'],
  // what a button says everywhere, and what a language calls itself
  ...['OK', 'English', '한국어', '日本語'],
])

const SCRIPT = {
  ko: /\p{sc=Hangul}/u,
  ja: /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u,
} as const

type Leaves = ReadonlyMap<string, unknown>

async function leavesOf(path: string): Promise<Leaves> {
  const catalogue: Readonly<Record<string, unknown>> = await import(
    /* @vite-ignore */ join(src, path)
  )
  const leaves = new Map<string, unknown>()
  const walk = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) leaves.set(at, value)
    else for (const [key, each] of Object.entries(value)) walk(each, `${at}.${key}`)
  }
  for (const [name, value] of Object.entries(catalogue)) {
    walk(value, name.replace(/(?:En|Ko|Ja|EN|KO|JA)$/, ''))
  }
  return leaves
}

const english = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.en.ts'),
)

/** What a function says around its parameters. */
const saidBy = (source: string): string =>
  [...source.matchAll(/`[^`]*`|'[^'\n]*'|"[^"\n]*"/g)]
    .map(([text]) => text.replaceAll(/\$\{[^}]*\}/g, ''))
    .join(' ')

const PROSE = /\p{Ll}{3,} \p{Ll}{3,}|^\W*\p{Lu}\p{Ll}{2,}\W*$/u

/** A word that is not in the script of its language, or a function that says what the English one says. */
function isEnglish(value: unknown, english: unknown, script: RegExp): boolean {
  if (typeof value === 'function') {
    const text = saidBy(String(value))
    return !script.test(text) && PROSE.test(text) && String(value) === String(english)
  }
  return (
    typeof value === 'string' &&
    !script.test(value) &&
    /\p{L}{2}/u.test(value) &&
    !LEFT_AS_THEY_ARE.has(value)
  )
}

describe.each(['ko', 'ja'] as const)('Of every catalogue, that in %s', (language) => {
  const pairs = english.map((path) => [path, path.replace(/\.en\.ts$/, `.${language}.ts`)] as const)

  test('has every key of the English one, and no other', async () => {
    expect(english.length).toBeGreaterThan(35)
    for (const [path, other] of pairs) {
      const [here, there] = await Promise.all([leavesOf(path), leavesOf(other)])
      expect([...there.keys()].sort(), other).toEqual([...here.keys()].sort())
    }
  }, 60_000)

  test('leaves nothing in English but names and terms', async () => {
    const left: string[] = []
    for (const [path, other] of pairs) {
      const [here, there] = await Promise.all([leavesOf(path), leavesOf(other)])
      for (const [key, value] of there) {
        if (isEnglish(value, here.get(key), SCRIPT[language])) left.push(`${other} ${key}`)
      }
    }
    expect(left).toEqual([])
  }, 60_000)
})
