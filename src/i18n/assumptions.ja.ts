import type { Messages } from './messages.ts'
import { say } from './sentence.ts'

export const assumptionsJa: Messages['assumptions'] = {
  'internet-answers': () => say`インターネット上のホストは応答するものとします。`,
  'vpc-egress-allowed': () =>
    say`VPC のファイアウォール ルールは、このパケットの送信を許可するものとします。`,
  'vpc-ingress-allowed': () => say`VPC のファイアウォール ルールはパケットを通すものとしています。`,
  'load-balancer-picks-node': () =>
    say`ロードバランサは接続のハッシュで複数のノードから 1 つを選びます。ここでは最初のノードを示しています。`,
  'on-prem-forwards-internet': () =>
    say`相手側は、自分のデフォルト ルートに引き寄せたパケットをインターネットへ転送するものとしています。`,
  'metadata-concealment-off': () =>
    say`ノードは、メタデータ サーバー宛ての要求を自身のプロセスへ転送しないものとします。`,
  'secondary-range-needs-cloud-nat': () =>
    say`ノードに外部アドレスがあっても、Pod のアドレスは Cloud NAT がその範囲を対象とする場合に限りインターネットに到達するものとします。`,
  'port-chosen-at-random': () =>
    say`新しい送信元ポートは無作為に選ばれるため、その範囲だけがわかります。`,
  'cloud-nat-picks-address': () =>
    say`Cloud NAT はマシンごとに自身のアドレスから 1 つを選びます。ここでは最初のアドレスを示しています。`,
  'psc-picks-address': () =>
    say`Private Service Connect のプロデューサーから NAT サブネットのどのアドレスが見えるかはわかりません。ここでは最初のアドレスを示しています。`,
  'psc-hides-source': () =>
    say`Private Service Connect エンドポイントの先のプロデューサーからは、自身の NAT サブネットのアドレスが見えます。シナリオにその範囲がないため、コンシューマー側のアドレスを示しています。`,
  'equal-routes-pick-one': () =>
    say`同等のルートが複数あり、接続ごとにそのうちの 1 つが使われます。ここでは最初のルートを示しています。`,
  'static-before-dynamic': () =>
    say`同じ範囲であれば、静的ルートが学習したルートより優先されるものとします。学習したルートの優先度(MED)はシナリオにありません。`,
  'peering-exchanges-public-ranges': () =>
    say`プライベートに使用するパブリック範囲のサブネット ルートもピアリングで交換されるものとします。これには両側でオプションが必要です。`,
  'gke-firewall-rules': () =>
    say`GKE がクラスタとロードバランサ用のファイアウォール ルールを自動的に作成しているものとします。`,
}
