import type { WordsFor } from '../words.ts'
import type { PolicyCodes } from './codes.ts'

export const words = {
  name: 'NetworkPolicy',
  about: 'ノードから見えるアドレスに基づいて、指定した相手とだけ Pod が通信できるようにします。',
  origins: {},
  writers: {},
  agentWhy: {},
  notes: {
    'network-policy-not-enforced':
      'このクラスタには {names} を適用する仕組みがありません。ネットワーク ポリシーの適用か Dataplane V2 を有効にする必要があります。',
    'network-policy-named-port':
      '{name} はポートを名前で指定していますが、このシナリオにはその情報がないため、この項目では何も許可されません。',
    'network-policy-refused': 'API サーバーが NetworkPolicy {name} を拒否します。{message}',
  },
  assumptions: {},
  refusedBy: {},
  settings: {},
} satisfies WordsFor<PolicyCodes>
