/** The terms of the field, in the order in which one meets them; a language with one missing does not compile. */
export const TERMS = [
  'packet',
  'flow',
  'reply',
  'source',
  'destination',
  'range',
  'pod',
  'node',
  'node-pool',
  'cluster',
  'service',
  'snat',
  'dnat',
  'masquerade',
  'non-masquerade',
  'default-snat',
  'ip-masq-agent',
  'config-map',
  'link-local',
  'metadata-server',
  'kept',
  'translated',
  'iptables',
  'table',
  'chain',
  'rule',
  'target',
  'policy',
  'return',
  'prerouting',
  'postrouting',
  'mark',
  'ipset',
  'conntrack',
  'tuple',
  'hook',
  'verdict',
  'ephemeral-port',
  'ebpf',
  'egress-gateway',
  'tunnel',
  'network-policy',
  'vpc',
  'subnet',
  'route',
  'static-route',
  'dynamic-route',
  'next-hop',
  'advertise',
  'attachment',
  'peering',
  'on-premises',
  'firewall',
  'implied-rule',
  'ingress',
  'egress',
  'cloud-nat',
  'external-address',
  'public-address',
  'load-balancer',
  'psc',
  'appliance',
  'asymmetric',
  'drop',
  'refuse',
  'time-out',
] as const

export type TermId = (typeof TERMS)[number]

export interface Term {
  readonly term: string
  readonly meaning: string
}

export type Terms = Readonly<Record<TermId, Term>>

const GKE = 'https://cloud.google.com/kubernetes-engine/docs/concepts/ip-masquerade-agent'

/** Pages whose spelling a term follows, where it could be spelled in several ways; `hl` picks the language. */
export const SPELLED_AS: Partial<Readonly<Record<TermId, string>>> = {
  masquerade: GKE,
  'non-masquerade': GKE,
  'ip-masq-agent': GKE,
}

/** The words of the panel around the terms. */
export interface GlossaryWords {
  readonly title: string
  readonly search: string
  readonly found: (count: number) => string
  readonly spelledAs: string
  readonly languages: string
}

export interface Glossary {
  readonly words: GlossaryWords
  readonly terms: Terms
}
