import type { WarningCode } from '../scenario/issue.ts'
import type { Messages } from './messages.ts'
import { param } from './param.ts'
import { cidr, code, say } from './sentence.ts'
import { where } from './where.ts'

export const warningsJa: Pick<Messages['issues'], WarningCode> = {
  'same-address': (i) =>
    say`${where(i)}${code(param(i, 'name'))} のアドレス ${code(param(i, 'address'))} は、すでに ${code(param(i, 'other'))} が使っています。パケットは一方にしか届かないため、どちらかのアドレスを変えてください。`,
  'subnets-overlap': (i) =>
    say`${where(i)}${code(param(i, 'name'))} の ${cidr(param(i, 'range'))} は、同じ VPC の ${code(param(i, 'other'))} の ${cidr(param(i, 'by'))} と重なっています。Google Cloud はこのようなサブネットを作成しません。空いている範囲を選んでください。`,
  'peered-ranges-overlap': (i) =>
    say`${where(i)}${code(param(i, 'name'))} の ${cidr(param(i, 'range'))} は、ピアリング先の VPC ${code(param(i, 'vpc'))} にある ${code(param(i, 'other'))} の ${cidr(param(i, 'by'))} と重なっています。Google Cloud はこのピアリングを拒否するため、どちらかを別の範囲にする必要があります。`,
  'pods-over-nodes': (i) =>
    say`${where(i)}Pod の範囲 ${cidr(param(i, 'range'))} は、${code(param(i, 'other'))} のノードの範囲 ${cidr(param(i, 'by'))} と重なっています。このようなクラスタは作成できず、SNAT でも解決しません。別の Pod の範囲を選んでください。`,
  'pods-over-services': (i) =>
    say`${where(i)}Pod の範囲 ${cidr(param(i, 'range'))} は、Service の範囲 ${cidr(param(i, 'by'))} と重なっています。このようなクラスタは作成できず、SNAT でも解決しません。どちらかを変えてください。`,
  'pods-over-pods': (i) =>
    say`${where(i)}Pod の範囲 ${cidr(param(i, 'range'))} は、同じ VPC のクラスタ ${code(param(i, 'other'))} の ${cidr(param(i, 'by'))} と重なっています。同じ VPC では Pod ごとに固有のアドレスが必要です。どちらかのクラスタの範囲を変えてください。`,
  'pods-over-on-prem': (i) =>
    say`${where(i)}Pod の範囲 ${cidr(param(i, 'range'))} は、${code(param(i, 'other'))} の ${cidr(param(i, 'by'))} と重なっています。Pod へのルートが優先されるため、該当するアドレスのホストには SNAT の有無にかかわらず到達できません。そのホストと通信しないのであれば、${code(param(i, 'other'))} 宛てをマスカレードし、Pod の範囲をアドバタイズしないでください。応答はノードに戻ります。`,
  'nodes-over-on-prem': (i) =>
    say`${where(i)}サブネット ${code(param(i, 'name'))} の ${cidr(param(i, 'range'))} は、${code(param(i, 'other'))} の ${cidr(param(i, 'by'))} と重なっています。ノード宛ての応答がオンプレミス内にとどまることがあります。SNAT は送信元をノードのアドレスにするため役に立ちません。どちらかを別の範囲にする必要があります。`,
  'pod-range-outside-vpc': (i) =>
    say`${where(i)}クラスタ ${code(param(i, 'name'))} の Pod の範囲 ${cidr(param(i, 'range'))} は、${code(param(i, 'vpc'))} のどのサブネットのプライマリ範囲にもセカンダリ範囲にも含まれないため、Pod へのルートがありません。サブネットにセカンダリ範囲として追加するか、既存の範囲を使ってください: ${code(param(i, 'ranges'))}`,
  'node-outside-subnets': (i) =>
    say`${where(i)}ノード ${code(param(i, 'name'))} の ${code(param(i, 'address'))} は ${code(param(i, 'vpc'))} のどのサブネットにも含まれないため、そこへのルートがありません。サブネット: ${code(param(i, 'ranges'))}`,
  'share-outside-cluster': (i) =>
    say`${where(i)}ノード ${code(param(i, 'name'))} に割り当てた ${cidr(param(i, 'range'))} は、クラスタ ${code(param(i, 'cluster'))} の Pod の範囲に含まれていません。次の範囲の一部を割り当ててください: ${code(param(i, 'ranges'))}`,
  'pod-outside-cluster': (i) =>
    say`${where(i)}Pod ${code(param(i, 'name'))} の ${code(param(i, 'address'))} は、クラスタ ${code(param(i, 'cluster'))} の Pod の範囲の外にあります。範囲内のアドレスにするか、クラスタに範囲を追加してください。Pod の範囲: ${code(param(i, 'ranges'))}`,
  'pod-outside-share': (i) =>
    say`${where(i)}Pod ${code(param(i, 'name'))} の ${code(param(i, 'address'))} は、ノード ${code(param(i, 'node'))} に割り当てられた ${code(param(i, 'ranges'))} に含まれていません。VPC はこのアドレスを別の場所へ送るため、割り当て内のアドレスにしてください。`,
  'endpoint-outside-network': (i) =>
    say`${where(i)}${code(param(i, 'name'))} の ${code(param(i, 'address'))} は ${code(param(i, 'network'))} の範囲の外にあるため、そこへはパケットが送られません。範囲: ${code(param(i, 'ranges'))}`,
  'service-outside-range': (i) =>
    say`${where(i)}Service ${code(param(i, 'name'))} の ${code(param(i, 'address'))} は、Service の範囲 ${code(param(i, 'ranges'))} の外にあります。クラスタがこのアドレスを割り当てることはありません。`,
  'nat-covers-nobody': (i) =>
    say`${where(i)}${code(param(i, 'name'))} は ${cidr(param(i, 'range'))} を対象にしていますが、${code(param(i, 'vpc'))} にそのアドレスを持つものはなく、この項目には効果がありません。VPC にある範囲を指定してください。`,
  'advertises-nobody': (i) =>
    say`${where(i)}${code(param(i, 'name'))} がアドバタイズしている ${cidr(param(i, 'range'))} は ${code(param(i, 'vpc'))} にない範囲です。その範囲宛てに届いたパケットには行き先がありません。`,
  'route-cycle': (i) =>
    say`${where(i)}${cidr(param(i, 'range'))} 宛てのパケットが循環します: ${code(param(i, 'hops'))}。これらのルートのどれかを別の宛先に向けるか、削除してください。`,
  'routes-equal': (i) =>
    say`${where(i)}${code(param(i, 'name'))} と ${code(param(i, 'other'))} は、どちらも優先度 ${param(i, 'priority')} で ${cidr(param(i, 'range'))} に向かうため、接続は両方に分散されます。一方を優先するには、小さい値を指定してください。`,
  'rule-never-asked': (i) =>
    say`${where(i)}ファイアウォール ルール ${code(param(i, 'name'))} が適用されることはありません。優先度 ${param(i, 'priority')} の ${code(param(i, 'by'))} が先に評価され、同じトラフィックにすべて一致します。小さい値を指定するか、削除してください。`,
  'expects-no-flow': (i) =>
    say`${where(i)}${code(param(i, 'name'))} というフローはないため、この期待値が満たされることはありません。存在するフローの名前にするか、この行を削除してください。`,
  'egress-source-tags': (i) =>
    say`${where(i)}ファイアウォール ルール ${code(param(i, 'name'))} は下り(外向き)用ですが、ソースタグが指定されています。Google Cloud でソースタグを使えるのは上り(内向き)のルールだけで、このルールは作成できません。送信するマシンはターゲット タグで指定してください。`,
  'tag-of-nobody': (i) =>
    say`${where(i)}${code(param(i, 'name'))} が指定するネットワーク タグ ${code(param(i, 'tag'))} の付いたものがありません。ノードか VM に付けるか、ここを修正してください。`,
  'vpc-empty': (i) =>
    say`VPC ${code(param(i, 'name'))} にはまだサブネットがなく、使えるアドレス範囲がありません。サブネットを追加してください。`,
  'cluster-empty': (i) =>
    say`クラスタ ${code(param(i, 'name'))} にはまだノードがなく、Pod を実行できません。ノードを追加してください。`,
  'on-prem-empty': (i) =>
    say`${code(param(i, 'name'))} には、応答するホストがまだありません。フローの宛先となるホストを追加してください。`,
}
