import type { WordsFor } from '../words.ts'
import type { CalicoNote } from './notes.ts'
import type { Refuser } from './refusal.ts'

/** Of a rule that comes from a line of the manifests there is a second sentence, which names the line. */
type WithLine<T extends string> = T | `${T}@line`

export type CalicoAssumption =
  | 'tunnel-not-drawn'
  | 'bpf-program-as-rule'
  | 'nftables-as-iptables'
  | 'nat-address-not-for-ipv6'
  | 'windows-not-modelled'

export type CalicoWords = WordsFor<{
  origin:
    | 'entry'
    | 'floating-ips'
    | 'to-nat-outgoing'
    | WithLine<'nat-outgoing' | 'nat-address' | 'nat-ports' | 'bpf-nat-outgoing'>
    | 'nat-ports-done'
    | 'tunnel-source'
    | 'tunnel-source-udp'
    | 'bpf-loopback'
    | 'bpf-entry'
    | 'bpf-program'
  writer: 'felix' | 'felix-bpf' | 'nobody'
  agentWhy: never
  note: CalicoNote
  assumption: CalicoAssumption
  refuser: Refuser
  setting: CalicoSetting
}>

export type CalicoSetting =
  | 'natOutgoing'
  | 'disabled'
  | 'cidr'
  | 'natOutgoingExclusions'
  | 'natOutgoingAddress'
  | 'natPortRange'
  | 'iptablesNATOutgoingInterfaceFilter'
  | 'chainInsertMode'
  | 'bpfEnabled'
  | 'calicoVersion'
