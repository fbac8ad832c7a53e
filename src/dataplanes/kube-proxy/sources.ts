import type { Source } from '../source.ts'
import type { ProxyOrigin } from './codes.ts'

const proxier = (what: string): Source => ({
  grade: 'source',
  where: 'kubernetes/kubernetes',
  what: `pkg/proxy/iptables/proxier.go, ${what}`,
  version: 'v1.31',
})

export const sources: Readonly<Record<ProxyOrigin, Source>> = {
  'kube-proxy-jump': proxier('iptablesJumpChains'),
  'kube-proxy-service': proxier('syncProxyRules, "Capture the clusterIP"'),
  'kube-proxy-node-ports': proxier('syncProxyRules, "Capture nodeports"'),
  'kube-proxy-off-cluster': proxier('syncProxyRules, localDetector.IfNotLocal'),
  'kube-proxy-masquerade-all': proxier('syncProxyRules, masqueradeAll'),
  'kube-proxy-external': proxier('syncProxyRules, externalTrafficChain'),
  'kube-proxy-balance': proxier('writeServiceToEndpointRules'),
  'kube-proxy-hairpin': proxier('syncProxyRules, per-endpoint chains'),
  'kube-proxy-endpoint': proxier('syncProxyRules, per-endpoint chains'),
  'kube-proxy-mark': proxier('syncProxyRules, kubeMarkMasqChain'),
  'kube-proxy-unmarked': proxier('syncProxyRules, kubePostroutingChain'),
  'kube-proxy-masquerade': proxier('syncProxyRules, kubePostroutingChain'),
}
