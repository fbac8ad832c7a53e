import { ko } from '../josa.ts'
import type { Messages } from '../messages.ts'
import { code } from '../sentence.ts'
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
  'null-binding': ko`${post}(우선순위 ${code('NF_IP_PRI_NAT_SRC')} = 100)에서 바인딩을 만드는 타깃이 없으므로 ${nullBinding} 함수가 출발지를 그 자신에 바인딩합니다. 응답 튜플은 원래 튜플을 뒤집은 것이며 판정은 ${accept}입니다.`,
  'own-address': ko`${code('fib_lookup()')} 결과가 ${code('RTN_LOCAL')}이므로 ${code('ip_local_deliver()')} 함수가 ${localIn} 훅을 거쳐 올려 보내며, ${post} 훅은 지나지 않습니다.`,
  'ipv6-table': ko`IPv6는 ${code('ip6table_nat')} 테이블을 따르며 거기에는 IPv4 규칙이 없습니다. ${nullBinding} 함수가 호출되고 판정은 ${accept}입니다.`,
  'local-out': ko`소켓이 노드의 네트워크 네임스페이스에 있으므로 패킷은 ${localOut} 훅에서 시작하며, 출발지는 경로 조회에서 이미 정해졌습니다.`,
  'known-flow': ko`${code('nf_conntrack_in()')} 함수가 튜플을 찾습니다. ${code('nf_nat_inet_fn()')} 함수는 ${code('IP_CT_NEW')} 상태에서만 규칙을 확인하므로, 이 패킷에는 ${rewrites} 함수가 항목에 저장된 변환을 되풀이합니다.`,
  'reply-direction': ko`튜플이 ${code('IP_CT_DIR_REPLY')} 방향에서 발견됩니다. 규칙은 확인하지 않으며 ${rewrites} 함수가 원래 방향의 변환을 거꾸로 적용합니다.`,
  masquerade: ko`${post} 훅에서 ${code('nf_nat_masquerade_ipv4()')} 함수가 ${code('inet_select_addr()')} 함수로 출력 장치의 주소를 얻습니다. ${setup} 함수가 빈 포트를 골라 응답 튜플을 바꾸고, ${rewrites} 함수가 헤더와 체크섬을 다시 씁니다. 판정은 ${accept}입니다.`,
  'same-address': ko`${setup} 함수가 실행되지만 찾은 튜플이 원래와 같으므로 다시 쓸 것이 없습니다.`,
  'source-binding': ko`${post} 훅에서 ${setup} 함수가 ${code('NF_NAT_MANIP_SRC')} 방식으로 바인딩하고 응답 튜플을 바꿉니다. ${rewrites} 함수가 헤더와 체크섬을 다시 씁니다.`,
  'destination-binding': ko`${pre} 또는 ${localOut} 훅(우선순위 ${code('NF_IP_PRI_NAT_DST')} = −100)에서 ${setup} 함수가 ${code('NF_NAT_MANIP_DST')} 방식으로 바인딩하며, 경로는 그 뒤에 조회합니다.`,
  'no-destination-binding': ko`${pre} 훅에서 ${nullBinding} 함수가 목적지를 그 자신에 바인딩하며 판정은 ${accept}입니다.`,
  'program-passes': ko`tc egress 프로그램이 아무것도 고치지 않고 ${code('TC_ACT_OK')} 값을 반환하며, 그 뒤에는 netfilter 훅이 없습니다.`,
  'program-rewrites': ko`${code('snat_v4_nat()')} 함수가 양방향 항목을 ${code('cilium_snat_v4_external')} 맵에 쓰고 헤더를 다시 씁니다. netfilter의 conntrack은 이를 알지 못합니다.`,
  'program-drops': ko`${code('send_drop_notify_error()')} 함수가 모니터에 알리고 프로그램은 ${code('TC_ACT_SHOT')} 값을 반환합니다.`,
  'program-redirects': ko`프로그램이 터널 키를 설정하고 ${code('TC_ACT_REDIRECT')} 값을 반환하므로, 패킷은 바로 나가지 않고 터널 장치로 갑니다.`,
  tunnel: ko`터널 장치가 노드에서 노드로 가는 외부 헤더를 앞에 붙이고, 반대쪽 끝에서 다시 떼어 냅니다.`,
  chance: ko`${code('statistic_mt()')} 함수가 연결의 첫 패킷마다 ${code('get_random_u32()')} 값을 임곗값과 비교합니다.`,
  send: ko`소켓이 보낸 패킷은 먼저 자신의 네트워크 네임스페이스에서 ${localOut} 훅과 ${post} 훅을 지나고, 노드에서는 그다음 veth로 나옵니다.`,
  forward: ko`${code('fib_lookup()')} 함수가 가장 긴 프리픽스의 경로를 고릅니다. 다른 장치로 들어온 패킷은 TTL을 줄이는 ${code('ip_forward()')} 함수와 ${code('NF_INET_FORWARD')} 훅을 지납니다.`,
  socket: ko`받는 소켓은 이 헤더에 적힌 상대를 봅니다.`,
  'reply-tuple': ko`응답의 튜플은 도착한 튜플에 ${code('nf_ct_invert_tuple()')} 함수를 적용한 것이며, conntrack은 이 튜플에만 응합니다.`,
  'no-route': ko`${code('fib_lookup()')} 함수가 실패하고 ${code('ip_error()')} 함수가 ${code('ICMP_DEST_UNREACH')} 메시지로 응답합니다.`,
  'no-socket': ko`수신 대기하는 소켓이 없으므로 TCP에는 ${code('tcp_v4_send_reset()')} 함수가, UDP에는 ${code('ICMP_PORT_UNREACH')} 메시지가 응답합니다.`,
  'unknown-reply': ko`${code('nf_conntrack_in()')} 함수가 튜플을 찾지 못하므로 되돌릴 것이 없습니다. 패킷은 ${localIn} 훅으로 올라가지만 기다리는 소켓이 없습니다.`,
  'no-address': ko`${code('inet_select_addr()')} 함수가 주소를 찾지 못하고 ${code('nf_nat_masquerade_ipv4()')} 함수가 ${drop} 판정을 내립니다.`,
  'no-tuple': ko`${code('nf_nat_l4proto_unique_tuple()')} 함수가 비어 있는 응답 튜플을 찾지 못하고 ${code('__nf_conntrack_confirm()')} 함수가 패킷을 폐기합니다. ${code('insert_failed')} 카운터가 증가합니다.`,
  martian: ko`${code('fib_validate_source()')} 함수가 출발지를 자기 주소로 판단하고 ${code('accept_local')} 값이 0이므로, martian source로 ${localIn} 훅 전에 폐기됩니다.`,
  reject: ko`filter 테이블의 ${code('reject_tg()')} 함수가 ${code('ICMP_PORT_UNREACH')} 메시지를 보내고 ${drop} 판정을 내립니다.`,
  filter: ko`filter 테이블의 판정이 ${drop}입니다. ${post} 훅과 conntrack의 확정보다 앞섭니다.`,
  policy: ko`정책이 쓰는 훅에서 폐기됩니다(filter 테이블의 ${drop} 또는 프로그램의 ${code('TC_ACT_SHOT')}). conntrack이 흐름을 확정하기 전입니다.`,
  'time-to-live': ko`${code('ip_forward()')} 함수를 지날 때마다 TTL이 줄고, 0이 되면 커널이 패킷을 폐기하고 ${code('ICMP_TIME_EXCEEDED')} 메시지를 보냅니다.`,
  'virtual-route': ko`노드의 커널이 아니라 VPC의 가상 네트워크가 가장 긴 프리픽스로 결정하며, netfilter 훅은 지나지 않습니다.`,
  'virtual-firewall': ko`VPC 방화벽은 게스트 커널 밖에서 상태를 유지하므로 머신의 ${code('iptables')} 목록에는 나타나지 않습니다.`,
  'virtual-nat': ko`변환 상태는 노드 밖에 있으므로 노드의 conntrack 테이블에는 나타나지 않습니다.`,
  outside: ko`노드의 커널 밖에서 일어나며, 노드의 훅은 지나지 않습니다.`,
}

/** Hooks, functions and verdicts, for whoever reads the kernel. */
export const kernelKo = (messages: Messages): LevelText => kernelLevel(messages, mechanisms, ' ')
