import type { AutopilotWords } from './codes.ts'

export const words: AutopilotWords = {
  name: 'GKE Autopilot',
  about:
    '`EgressNATPolicy` names the destinations that see the Pod’s address; GKE turns the policies into the ConfigMap of `ip-masq-agent`.',
  origins: {
    'agent-jump':
      'The agent’s entry: everything that is not meant for the node itself goes to its chain.',
    'agent-link-local': 'Autopilot always keeps the source to link-local.',
    'agent-default-range':
      'One of the agent’s own default ranges; this cluster has no policies that could replace them.',
    'agent-masquerade': 'The agent’s last rule: whatever no policy names is masqueraded.',
    'default-policy': 'A destination of the policy `default`, as GKE has made it.',
    'own-policy': 'A destination of an `EgressNATPolicy`.',
    'own-policy@line': 'A destination of an `EgressNATPolicy`, line {line} of the manifests.',
    'managed-policy': 'A range of the cluster itself, from the policy that GKE manages.',
  },
  writers: { agent: 'ip-masq-agent' },
  agentWhy: { always: 'GKE always deploys ip-masq-agent on Autopilot.' },
  notes: {
    'managed-fixed':
      'GKE manages `{name}` and takes no change to it: {ranges} stay, whatever stands here.',
    described:
      'This is what `kubectl describe` prints of `{name}`, not a manifest. It was read as one; `kubectl apply` would refuse it.',
    mendable: 'This text lost colons or dashes on its way; a manifest can be made of it.',
    'default-not-in-text':
      'No policy `default` stands here. The one that GKE made is still there and keeps its eleven ranges.',
    'default-empty':
      '`{name}` names no destination: only link-local and the cluster’s own ranges still see the Pod’s address.',
    'policy-empty': '`{name}` names no destination and changes nothing.',
    'foreign-action':
      'Autopilot knows only the action `NoSNAT`. `{name}` belongs to another product, or to none: a destination that no policy names is masqueraded anyway.',
    'foreign-field':
      'The policy of Autopilot has no field `{name}`: it chooses neither Pods nor an address. Such fields belong to the egress NAT gateway of Google Distributed Cloud or to Cilium.',
    'other-product':
      '`{found}` belongs to another product; Autopilot reads only `EgressNATPolicy`.',
    'config-map-overwritten':
      'On Autopilot GKE writes the ConfigMap `ip-masq-agent` itself: what stands here, `masqLinkLocal` too, has no effect.',
    'flag-ignored': 'Autopilot always runs the agent, so `--disable-default-snat` has no effect.',
    'cluster-too-old':
      'This version has no `EgressNATPolicy`; it begins with 1.22.7-gke.1500 and 1.23.4-gke.1600. The agent keeps to its defaults.',
  },
  assumptions: {
    'server-words':
      'The definition of `EgressNATPolicy` is not published: the server’s error has the form that Kubernetes gives to such errors, its exact words are not confirmed.',
    'union-of-policies':
      'All policies are taken to add up, since Google says that the default and the managed one apply together.',
    'default-stays':
      'Whether `default` can be deleted, or comes back, is not documented; here it stays as GKE made it.',
    'limits-of-the-agent':
      'Ranges are taken to be checked by the agent alone; the server may refuse them before.',
    'services-by-kube-proxy':
      'Autopilot runs Dataplane V2, which translates Services in eBPF; kube-proxy’s rules stand in for it here and come to the same backends.',
    'config-map-shape':
      'Google says only that destinations become `nonMasqueradeCIDRs`: their order and the other keys of the ConfigMap are supposed. No verdict depends on them.',
  },
  refusedBy: { 'api-server': 'The Kubernetes API server refuses the policy:' },
  settings: {
    destinations: {
      label: 'Destinations of `default`',
      help: 'Ranges that see the Pod’s address; every other destination sees the node’s.',
    },
  },
}
