import type { Codes } from '../words.ts'

/** What a rule of kube-proxy is for. */
export type ProxyOrigin =
  | 'kube-proxy-jump'
  | 'kube-proxy-service'
  | 'kube-proxy-node-ports'
  | 'kube-proxy-off-cluster'
  | 'kube-proxy-masquerade-all'
  | 'kube-proxy-external'
  | 'kube-proxy-balance'
  | 'kube-proxy-hairpin'
  | 'kube-proxy-endpoint'
  | 'kube-proxy-mark'
  | 'kube-proxy-unmarked'
  | 'kube-proxy-masquerade'

export interface ProxyCodes extends Codes {
  readonly origin: ProxyOrigin
  readonly writer: 'kube-proxy'
  readonly agentWhy: never
  readonly note: never
  readonly assumption: never
  readonly refuser: never
  readonly setting: never
}
