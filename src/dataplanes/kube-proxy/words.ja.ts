import type { WordsFor } from '../words.ts'
import type { ProxyCodes } from './codes.ts'

export const words = {
  name: 'kube-proxy',
  about:
    'ほかのルールより先に Service への接続の宛先を変換し、同じ経路で戻る必要がある接続をマスカレードします。',
  origins: {
    'kube-proxy-jump': '新しい接続はすべて、まず kube-proxy のチェインを通ります。',
    'kube-proxy-service': 'Service のアドレスです。そのチェインがエンドポイントを選びます。',
    'kube-proxy-node-ports': 'Service がすべてのノードで開いているポートです。',
    'kube-proxy-off-cluster':
      '応答がこのノードを通って戻るように、Pod 範囲外の送信元にマークを付けます。',
    'kube-proxy-masquerade-all':
      '`masqueradeAll` が設定されているため、ClusterIP への接続すべてにマークを付けます。',
    'kube-proxy-external': 'クラスタの外からの接続です。`externalTrafficPolicy` に従って扱います。',
    'kube-proxy-balance': 'Service のエンドポイントから 1 つを無作為に選びます。',
    'kube-proxy-hairpin':
      '応答がこのノードを通って戻るように、自分の Service を経由して自分に接続する Pod にマークを付けます。',
    'kube-proxy-endpoint': '宛先がエンドポイントに変わります。',
    'kube-proxy-mark': 'マスカレードを求めるマークです。',
    'kube-proxy-unmarked': 'マークのないパケットは kube-proxy の対象外です。',
    'kube-proxy-masquerade': 'kube-proxy がマークを付けたパケットは、ノードのアドレスになります。',
  },
  writers: { 'kube-proxy': 'kube-proxy' },
  agentWhy: {},
  notes: {},
  assumptions: {},
  refusedBy: {},
  settings: {},
} satisfies WordsFor<ProxyCodes>
