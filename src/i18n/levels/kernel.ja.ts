import type { Messages } from '../messages.ts'
import { code, say } from '../sentence.ts'
import { kernelLevel } from './kernel-level.ts'
import type { LevelText } from './level.ts'
import type { MechanismText } from './mechanism.ts'

const post = code('NF_INET_POST_ROUTING')
const pre = code('NF_INET_PRE_ROUTING')
const localIn = code('NF_INET_LOCAL_IN')
const localOut = code('NF_INET_LOCAL_OUT')
const accept = code('NF_ACCEPT')
const drop = code('NF_DROP')
const setup = code('nf_nat_setup_info()')
const nullBinding = code('nf_nat_alloc_null_binding()')
const rewrites = code('nf_nat_packet()')

const mechanisms: MechanismText = {
  'null-binding': say`${post}(優先度 ${code('NF_IP_PRI_NAT_SRC')} = 100)ではどのターゲットもバインディングを作らないため、${nullBinding} が送信元をそれ自身にバインドします。応答タプルは元のタプルを反転したもので、判定は ${accept} です。`,
  'own-address': say`${code('fib_lookup()')} の結果は ${code('RTN_LOCAL')} です。${code('ip_local_deliver()')} が ${localIn} を通して上に渡し、${post} は通りません。`,
  'ipv6-table': say`IPv6 は ${code('ip6table_nat')} をたどり、そこに IPv4 のルールはありません。${nullBinding} が呼ばれ、判定は ${accept} です。`,
  'local-out': say`ソケットはノードのネットワーク名前空間にあるため、パケットは ${localOut} から始まり、送信元はルートの検索ですでに決まっています。`,
  'known-flow': say`${code('nf_conntrack_in()')} がタプルを見つけます。${code('nf_nat_inet_fn()')} がルールを参照するのは ${code('IP_CT_NEW')} のときだけなので、このパケットには ${rewrites} がエントリの変換を繰り返します。`,
  'reply-direction': say`タプルは ${code('IP_CT_DIR_REPLY')} の方向で見つかります。ルールは参照されず、${rewrites} が元の方向の変換を逆に適用します。`,
  masquerade: say`${post} で ${code('nf_nat_masquerade_ipv4()')} が ${code('inet_select_addr()')} から出力デバイスのアドレスを得ます。${setup} が空きポートを選んで応答タプルを変え、${rewrites} がヘッダーとチェックサムを書き換えます。判定は ${accept} です。`,
  'same-address': say`${setup} は実行されますが、見つかるタプルは元と同じなので、書き換えるものはありません。`,
  'source-binding': say`${post} で ${setup} が ${code('NF_NAT_MANIP_SRC')} としてバインドし、応答タプルを変えます。${rewrites} がヘッダーとチェックサムを書き換えます。`,
  'destination-binding': say`${pre} または ${localOut}(優先度 ${code('NF_IP_PRI_NAT_DST')} = −100)で ${setup} が ${code('NF_NAT_MANIP_DST')} としてバインドします。ルートの検索はその後です。`,
  'no-destination-binding': say`${pre} で ${nullBinding} が宛先をそれ自身にバインドします。判定は ${accept} です。`,
  'program-passes': say`tc egress のプログラムは何も書き換えずに ${code('TC_ACT_OK')} を返します。その後に netfilter のフックはありません。`,
  'program-rewrites': say`${code('snat_v4_nat()')} が両方向のエントリをマップ ${code('cilium_snat_v4_external')} に書き、ヘッダーを書き換えます。netfilter の conntrack はこれを知りません。`,
  'program-drops': say`${code('send_drop_notify_error()')} がモニターに知らせ、プログラムは ${code('TC_ACT_SHOT')} を返します。`,
  'program-redirects': say`プログラムがトンネル キーを設定して ${code('TC_ACT_REDIRECT')} を返すため、パケットは外へ出ずにトンネル デバイスへ向かいます。`,
  tunnel: say`トンネル デバイスがノード間の外側ヘッダーを前に付け、反対側の端で取り外します。`,
  chance: say`${code('statistic_mt()')} が、接続の最初のパケットごとに ${code('get_random_u32()')} をしきい値と比べます。`,
  send: say`ソケットのパケットは、まず自身のネットワーク名前空間の ${localOut} と ${post} を通り、ノードではその後 veth から出てきます。`,
  forward: say`${code('fib_lookup()')} が最長プレフィックスのルートを選びます。別のデバイスから入ったパケットは、TTL を減らす ${code('ip_forward()')} と ${code('NF_INET_FORWARD')} を通ります。`,
  socket: say`受信するソケットからは、このヘッダーの相手が見えます。`,
  'reply-tuple': say`応答のタプルは、届いたタプルに ${code('nf_ct_invert_tuple()')} を適用したものです。conntrack はこのタプルにだけ応じます。`,
  'no-route': say`${code('fib_lookup()')} が失敗し、${code('ip_error()')} が ${code('ICMP_DEST_UNREACH')} で応答します。`,
  'no-socket': say`待ち受けるソケットがないため、TCP には ${code('tcp_v4_send_reset()')} が、UDP には ${code('ICMP_PORT_UNREACH')} が応答します。`,
  'unknown-reply': say`${code('nf_conntrack_in()')} はタプルを見つけられず、元に戻すものがありません。パケットは ${localIn} を通って上がりますが、待っているソケットはありません。`,
  'no-address': say`${code('inet_select_addr()')} がアドレスを見つけられず、${code('nf_nat_masquerade_ipv4()')} は ${drop} を返します。`,
  'no-tuple': say`${code('nf_nat_l4proto_unique_tuple()')} が空いている応答タプルを見つけられず、${code('__nf_conntrack_confirm()')} がパケットを破棄します。${code('insert_failed')} が増えます。`,
  martian: say`${code('fib_validate_source()')} が送信元を自身のアドレスと判断し、${code('accept_local')} が 0 なので、martian source として ${localIn} の前に破棄されます。`,
  reject: say`filter テーブルの ${code('reject_tg()')} が ${code('ICMP_PORT_UNREACH')} を送り、${drop} を返します。`,
  filter: say`filter テーブルの判定が ${drop} です。${post} より前、conntrack がフローを確定する前です。`,
  policy: say`ポリシーが使うフックで破棄されます(filter テーブルの ${drop}、またはプログラムの ${code('TC_ACT_SHOT')})。conntrack がフローを確定する前です。`,
  'time-to-live': say`${code('ip_forward()')} を通るたびに TTL が減り、0 になるとカーネルがパケットを破棄して ${code('ICMP_TIME_EXCEEDED')} を送ります。`,
  'virtual-route': say`ノードのカーネルではなく、VPC の仮想ネットワークが最長プレフィックスで決めます。netfilter のフックは通りません。`,
  'virtual-firewall': say`VPC のファイアウォールはゲストのカーネルの外で状態を保持するため、マシンの ${code('iptables')} には現れません。`,
  'virtual-nat': say`変換の状態はノードの外にあり、ノードの conntrack テーブルには現れません。`,
  outside: say`ノードのカーネルの外で起こり、ノードのフックは通りません。`,
}

/** Hooks, functions and verdicts, for whoever reads the kernel. */
export const kernelJa = (messages: Messages): LevelText => kernelLevel(messages, mechanisms, '')
