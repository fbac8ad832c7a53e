import type { GkeWords } from './codes.ts'

export const words: GkeWords = {
  name: 'GKE Standard',
  about: 'Default SNAT, `ip-masq-agent` and its ConfigMap decide what leaves as the node.',
  origins: {
    'agent-jump':
      'The agent’s entry: everything that is not meant for the node itself goes to its chain.',
    'agent-link-local':
      'The agent keeps the source to link-local, as long as `masqLinkLocal` is false.',
    'agent-default-range':
      'One of the agent’s default ranges; `nonMasqueradeCIDRs` would replace them all.',
    'agent-configured-range': 'Listed in `nonMasqueradeCIDRs`.',
    'agent-configured-range@line': 'Listed in `nonMasqueradeCIDRs`, line {line} of the ConfigMap.',
    'agent-masquerade': 'The agent’s last rule: whatever was not kept is masqueraded.',
    'bootstrap-jump':
      'Written when the node started: everything not meant for the node itself goes to this chain.',
    'bootstrap-link-local': 'Written when the node started: the source is kept to link-local.',
    'bootstrap-range':
      'A default range, written when the node started; a ConfigMap cannot change it.',
    'bootstrap-masquerade': 'Written when the node started: whatever was not kept is masqueraded.',
    'kubelet-masquerade': 'Written by kubelet: everything outside `10.0.0.0/8` is masqueraded.',
    'windows-cluster':
      'A Pod range or a node of the same cluster: a Windows node keeps the source towards it.',
    'windows-outbound':
      'Whatever leaves the cluster goes as the Windows node, private destinations included.',
  },
  writers: {
    agent: 'ip-masq-agent',
    bootstrap: 'node start-up',
    kubelet: 'kubelet',
    several: 'node start-up and ip-masq-agent',
    windows: 'Windows host network',
    nobody: 'nobody',
  },
  agentWhy: {
    'auto-pod-range-outside-10':
      'GKE deploys ip-masq-agent because a Pod range lies outside 10.0.0.0/8.',
    'auto-network-policy':
      'GKE deploys ip-masq-agent because network policy is on without Dataplane V2.',
    manual: 'ip-masq-agent was deployed by hand.',
    'absent-flag': 'GKE deploys no ip-masq-agent while default SNAT is off.',
    'absent-not-needed':
      'GKE deploys no ip-masq-agent: the rules that each node writes when it starts are enough.',
    'daemon-set-in-own-network':
      'ip-masq-agent was deployed by hand without `hostNetwork`: it writes into the network of its own Pod, and the node sees none of it.',
    'daemon-set-does-not-start':
      'The DaemonSet was applied, but ip-masq-agent refuses its arguments and does not start.',
  },
  notes: {
    'nodes-made-with-default-snat':
      '`--disable-default-snat` reaches a node when it is replaced. Yet to be replaced: {nodes}.',
    'nodes-made-without-default-snat':
      'Default SNAT was switched on again, which reaches a node when it is replaced. Yet to be replaced: {nodes}.',
    'agent-in-own-network':
      'The DaemonSet lacks `hostNetwork: true`: the agent writes its rules where no packet of another Pod passes.',
    'agent-ignores-arguments':
      'Up to v2.0.1 the agent reads no arguments: its chain is `IP-MASQ-AGENT` whatever they say.',
    'two-chains':
      'Several chains decide one after the other ({chains}): a source is kept only where all of them keep it.',
    'jumps-of-several-releases':
      '{count} jumps lead to {chain}: releases of the agent differ in the comment of theirs, and an upgrade leaves the old one behind. The chain is walked more than once, with the same result.',
  },
  assumptions: {
    'gke-agent-version':
      'GKE names no version of the ip-masq-agent that it deploys: taken for v2.12.6.',
    'old-agent-version':
      'The ip-masq-agent of GKE before 1.14.1-gke.14 is taken for v2.1.1, as in Kubernetes of that time.',
    'agent-version-unknown': 'The image tag tells no release of ip-masq-agent: taken for v2.12.6.',
    'gke-version-unreadable': 'The GKE version cannot be read: taken for a current one.',
    'kubelet-rule-link-local':
      'The rule of kubelet masquerades link-local destinations too, although the documentation of that time says that all versions keep them.',
    'node-selector-met':
      'The DaemonSet has a `nodeSelector`: every Linux node is taken to have the label.',
    'daemon-set-replaces-that-of-gke':
      'The DaemonSet has the name of the one that GKE deploys: taken to have replaced it. The rules of the one before stay.',
    'dataplane-v2-same-rules':
      'Dataplane V2: taken to send every packet through the iptables rules of the node, as the documentation suggests.',
    'calico-leaves-nat-alone':
      'Calico network policy on GKE: taken to have no IP pool, so that its NAT chain is empty.',
    'windows-policy-as-rules':
      'A Windows node has no iptables: these rules stand for its host network policy, which keeps Pods and nodes of the cluster.',
    'windows-older-page':
      'Taken from the older documentation: Windows nodes do not masquerade. The newer one says that they do.',
    'made-with-default-snat':
      'This node was made while default SNAT was on and has yet to be replaced: the flag has not reached it.',
    'made-without-default-snat':
      'This node was made while default SNAT was off and has yet to be replaced: it has no rules of its own.',
  },
  refusedBy: {},
  settings: {
    disableDefaultSnat: {
      label: 'Disable default SNAT',
      help: '`--disable-default-snat` of the cluster: nodes write no rules of their own. It reaches a node when it is replaced, and means nothing where an agent runs.',
    },
    masqLinkLocal: {
      label: 'Masquerade link-local',
      help: '`masqLinkLocal`: destinations in `169.254.0.0/16` see the node as well.',
    },
    ipMasqAgent: {
      label: 'ip-masq-agent',
      help: '`auto`: GKE decides whether it deploys the agent; `manual`: someone has deployed it.',
    },
    networkPolicy: {
      label: 'Network policy',
      help: 'With it, and without Dataplane V2, GKE deploys the agent.',
    },
    dataplaneV2: {
      label: 'Dataplane V2',
      help: 'Services and policies in eBPF; masquerading stays with iptables.',
    },
    gkeVersion: {
      label: 'GKE version',
      help: 'Before 1.14.1-gke.14 fewer destinations are kept. Empty: a current one.',
    },
    nodeImage: {
      label: 'Node image',
      help: 'Matters before 1.14.1-gke.14: `cos_containerd` keeps RFC 1918, other images only `10.0.0.0/8`.',
    },
    windowsNodes: {
      label: 'Windows nodes',
      help: 'Which documentation to follow: the newer one (`masqueraded`) or the older one (`not-masqueraded`).',
    },
    nonMasqueradeCIDRs: {
      label: 'Kept destinations',
      help: '`nonMasqueradeCIDRs`: the source is kept towards these ranges; the list replaces the default one.',
    },
    cidrLimit: {
      label: 'Limit of ranges',
      help: '`cidrLimit`: more ranges than this are refused. Since v2.9.0.',
    },
    masqLinkLocalIPv6: {
      label: 'Masquerade IPv6 link-local',
      help: '`masqLinkLocalIPv6`: needs `--enable-ipv6`.',
    },
    resyncInterval: {
      label: 'Resync interval',
      help: '`resyncInterval`: how long the agent waits between two rounds, as a Go duration.',
    },
    'masq-chain': {
      label: 'Chain',
      help: '`--masq-chain`: GKE uses `IP-MASQ`, the chain of the node’s own rules; another name makes two chains.',
    },
    'nomasq-all-reserved-ranges': {
      label: 'All reserved ranges',
      help: '`--nomasq-all-reserved-ranges`: eleven default ranges, not three.',
    },
    'enable-ipv6': { label: 'IPv6', help: '`--enable-ipv6`: the same rules in ip6tables.' },
    'random-fully': {
      label: 'Random ports',
      help: '`--random-fully`: source ports are always picked anew. Since v2.11.0.',
    },
    'to-ports': {
      label: 'Source ports',
      help: '`--to-ports`: ranges of source ports, such as `1024-29999,32768-65535`. Since v2.12.0.',
    },
  },
}
