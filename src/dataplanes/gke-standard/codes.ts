import type { AgentOrigin } from '../ip-masq-agent/rules.ts'
import type { WordsFor } from '../words.ts'
import type { DeployedBecause } from './agent-deployed.ts'

/** A rule that comes from a line of the manifest may have a second sentence, which names the line. */
type WithLine<T extends string> = T | 'agent-configured-range@line'

export type GkeWords = WordsFor<{
  origin: WithLine<
    | AgentOrigin
    | 'bootstrap-jump'
    | 'bootstrap-link-local'
    | 'bootstrap-range'
    | 'bootstrap-masquerade'
    | 'kubelet-masquerade'
    | 'windows-cluster'
    | 'windows-outbound'
  >
  writer: 'agent' | 'bootstrap' | 'kubelet' | 'several' | 'windows' | 'nobody'
  agentWhy: DeployedBecause | 'daemon-set-in-own-network' | 'daemon-set-does-not-start'
  note:
    | 'nodes-made-with-default-snat'
    | 'nodes-made-without-default-snat'
    | 'agent-in-own-network'
    | 'agent-ignores-arguments'
    | 'two-chains'
    | 'jumps-of-several-releases'
  assumption:
    | 'gke-agent-version'
    | 'old-agent-version'
    | 'agent-version-unknown'
    | 'gke-version-unreadable'
    | 'kubelet-rule-link-local'
    | 'node-selector-met'
    | 'daemon-set-replaces-that-of-gke'
    | 'dataplane-v2-same-rules'
    | 'calico-leaves-nat-alone'
    | 'windows-policy-as-rules'
    | 'windows-older-page'
    | 'made-with-default-snat'
    | 'made-without-default-snat'
  refuser: never
  setting:
    | 'disableDefaultSnat'
    | 'masqLinkLocal'
    | 'ipMasqAgent'
    | 'networkPolicy'
    | 'dataplaneV2'
    | 'gkeVersion'
    | 'nodeImage'
    | 'windowsNodes'
    | 'nonMasqueradeCIDRs'
    | 'cidrLimit'
    | 'masqLinkLocalIPv6'
    | 'resyncInterval'
    | 'masq-chain'
    | 'nomasq-all-reserved-ranges'
    | 'enable-ipv6'
    | 'random-fully'
    | 'to-ports'
}>
