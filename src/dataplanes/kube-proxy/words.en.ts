import type { WordsFor } from '../words.ts'
import type { ProxyCodes } from './codes.ts'

export const words = {
  name: 'kube-proxy',
  about:
    'Translates connections to Services before any other rule sees them, and masquerades those that must come back the same way.',
  origins: {
    'kube-proxy-jump': 'Every new connection passes kube-proxy’s own chains first.',
    'kube-proxy-service': 'An address of a Service: its chain picks an endpoint.',
    'kube-proxy-node-ports': 'A port that a Service has opened on every node.',
    'kube-proxy-off-cluster':
      'A source outside the Pod range is marked, so that the answer comes back through this node.',
    'kube-proxy-masquerade-all':
      '`masqueradeAll` is set: every connection to a ClusterIP is marked.',
    'kube-proxy-external':
      'A connection from outside the cluster, treated as `externalTrafficPolicy` says.',
    'kube-proxy-balance': 'One of the Service’s endpoints, picked at random.',
    'kube-proxy-hairpin':
      'A Pod that reaches itself through its Service is marked, so that the answer comes back through this node.',
    'kube-proxy-endpoint': 'The destination becomes the endpoint.',
    'kube-proxy-mark': 'The mark that asks for masquerading.',
    'kube-proxy-unmarked': 'What carries no mark is none of kube-proxy’s business.',
    'kube-proxy-masquerade': 'What kube-proxy has marked gets the node’s address.',
  },
  writers: { 'kube-proxy': 'kube-proxy' },
  agentWhy: {},
  notes: {},
  assumptions: {},
  refusedBy: {},
  settings: {},
} satisfies WordsFor<ProxyCodes>
