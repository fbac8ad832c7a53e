import type { Messages } from './messages.ts'
import { say } from './sentence.ts'

export const assumptionsJa: Messages['assumptions'] = {
  'internet-answers': () => say`インターネット上のホストは応答するものとします。`,
  'vpc-egress-allowed': () =>
    say`VPC のファイアウォール ルールは、このパケットの送信を許可するものとします。`,
  'vpc-ingress-allowed': () => say`VPC のファイアウォールルールはパケットを通すものとしています。`,
  'load-balancer-picks-node': () =>
    say`ロードバランサーは接続のハッシュで複数のノードから 1 つを選びます。ここでは最初のノードを示しています。`,
  'on-prem-forwards-internet': () =>
    say`相手側は、自分のデフォルトルートに引き寄せたパケットをインターネットへ転送するものとしています。`,
  'metadata-concealment-off': () =>
    say`ノードは、メタデータ サーバー宛ての要求を自身のプロセスへ転送しないものとします。`,
  'secondary-range-needs-cloud-nat': () =>
    say`ノードに外部アドレスがあっても、Pod のアドレスは Cloud NAT がその範囲を対象とする場合に限りインターネットに到達するものとします。`,
  'port-chosen-at-random': () =>
    say`新しい送信元ポートは無作為に選ばれるため、その範囲だけがわかります。`,
}
