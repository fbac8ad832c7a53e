import type { MissingCode } from '../engine/trace.ts'
import { ko } from './josa.ts'
import type { ReasonText } from './messages.ts'
import { isVpc, placeNamer } from './place-name.ts'
import { address, cidr, code, listed, type Sentence } from './sentence.ts'

const at = placeNamer({ internet: '인터넷', metadata: '메타데이터 서버' })
const rule = (chain: string, line: number): Sentence => ko`${code(chain)} 체인의 ${line}번 규칙`
const ranges = (texts: readonly string[]): Sentence => listed(texts.map(cidr), ', ')
const ended = (rejects: boolean): string => (rejects ? '거부' : '폐기')

const missing = (what: MissingCode, of: string): Sentence => {
  const name = code(of)
  switch (what) {
    case 'chance':
      return ko`확률에 따라 결정됩니다.`
    case 'vpc':
      return ko`${name}이(가) 어느 VPC에 있는지 시나리오에 없습니다.`
    case 'next-hop':
      return ko`경로가 ${name}(으)로 향하지만 구성도에 없습니다.`
    case 'far-network':
      return ko`${name} 너머의 네트워크가 구성도에 없습니다.`
    case 'far-ranges':
      return ko`${name}에 어떤 대역이 있는지 시나리오에 없습니다.`
    case 'nat-address':
      return ko`${name}의 주소 중 일부만 허용되며, 어느 주소가 선택될지 알 수 없습니다.`
    case 'psc-address':
      return ko`${name} 뒤의 프로듀서가 보게 될 출발지를 알 수 없고, 프로듀서는 일부 출발지만 허용합니다.`
  }
}

export const reasonsKo: ReasonText = {
  'kept-configured-range': (r) =>
    ko`${address(r.dst)}은(는) 설정에 지정된 비매스커레이드 대역 ${cidr(r.cidr)}에 속합니다. ${rule(r.chain, r.line)}이 ${code('RETURN')}이므로 출발지 주소가 유지됩니다.`,
  'kept-default-range': (r) =>
    ko`${address(r.dst)}은(는) 기본 비매스커레이드 대역 ${cidr(r.cidr)}에 속합니다. ${rule(r.chain, r.line)}이 ${code('RETURN')}이므로 출발지 주소가 유지됩니다.`,
  'kept-same-node': (r) =>
    ko`${address(r.dst)}은(는) ${code(r.node)} 노드 자신의 주소입니다. 패킷이 ${code('POSTROUTING')}에 도달하지 않으므로 출발지 주소가 유지됩니다.`,
  'kept-default-snat-disabled': (r) =>
    ko`기본 SNAT가 꺼져 있고 ip-masq-agent도 실행되지 않습니다. ${code(r.node)} 노드에 매스커레이드 규칙이 없으므로 출발지 주소가 유지됩니다.`,
  'kept-ipv6': (r) =>
    ko`IPv6 패킷입니다. ${code(r.node)} 노드는 IPv4만 매스커레이드하므로 출발지 주소가 유지됩니다.`,
  'kept-host-network': (r) =>
    ko`송신 프로세스가 노드의 네트워크를 사용합니다. ${address(r.src)}은(는) 이미 노드의 주소이므로 바꿀 것이 없습니다.`,
  'kept-return-packet': (r) =>
    ko`${address(r.original)}에서 시작된 흐름의 응답 패킷입니다. conntrack이 이미 알고 있는 흐름이므로 nat 규칙을 거치지 않습니다.`,
  'kept-link-local': (r) =>
    ko`${address(r.dst)}은(는) 링크-로컬 주소입니다. ${rule(r.chain, r.line)}이 ${code('RETURN')}이므로 출발지 주소가 유지됩니다.`,
  'kept-by-rule': (r) =>
    ko`${rule(r.chain, r.line)}에 일치하고 타깃 ${code(r.target)}에서 검사가 끝나므로 출발지 주소가 유지됩니다.`,
  'kept-no-rule': (r) =>
    ko`${code(r.node)} 노드에는 이 패킷의 출발지를 바꾸는 nat 규칙이 없으므로 출발지 주소가 유지됩니다.`,
  'kept-no-rules-written': (r) =>
    ko`${code(r.node)} 노드에 아직 매스커레이드 규칙이 기록되지 않았으므로 출발지 주소가 유지됩니다.`,
  'kept-already-that-address': (r) =>
    ko`${rule(r.chain, r.line)}이 매스커레이드하지만 ${address(r.src)}이(가) 이미 그 주소이므로 출발지는 그대로입니다.`,
  'kept-by-conntrack': (r) =>
    ko`지금의 규칙보다 먼저 시작된 흐름입니다. ${code(r.node)}의 conntrack은 그때의 결정을 따르므로 ${address(r.src)}이(가) 그대로 남습니다.`,
  'translated-by-conntrack': (r) =>
    ko`지금의 규칙보다 먼저 시작된 흐름입니다. ${code(r.node)}의 conntrack은 그때의 결정을 따라 출발지 ${address(r.from)}을(를) ${address(r.to)}(으)로 바꿉니다.`,

  masqueraded: (r) =>
    ko`앞선 규칙 중 ${address(r.dst)} 목적지에 대해 출발지를 유지하는 것이 없으므로 ${rule(r.chain, r.line)} ${code('MASQUERADE')}가 출발지를 나가는 인터페이스 ${code(r.device)}의 주소 ${address(r.to)}(으)로 바꿉니다.`,
  'translated-by-rule': (r) =>
    ko`${rule(r.chain, r.line)}에 일치하여 타깃 ${code(r.target)}이(가) 출발지를 ${address(r.to)}(으)로 바꿉니다.`,
  'kept-by-program': (r) =>
    ko`${code(r.device)}의 eBPF 프로그램이 그대로 통과시킵니다. ${address(r.dst)}이(가) ${rule(r.chain, r.line)}에 일치하므로 출발지 주소가 유지됩니다.`,
  'translated-by-program': (r) =>
    ko`${code(r.device)}의 eBPF 프로그램에서 ${address(r.dst)}은(는) 유지 대상이 아니므로 ${rule(r.chain, r.line)}이 출발지를 ${address(r.to)}(으)로 바꿉니다.`,
  'dropped-by-program': (r) =>
    ko`폐기: ${code(r.device)}의 eBPF 프로그램에서 ${rule(r.chain, r.line)}에 해당하며, 이유는 ${code(r.text)}입니다.`,
  'sent-to-gateway': (r) =>
    ko`${address(r.dst)}은(는) 이그레스 게이트웨이 정책의 대상입니다. ${rule(r.chain, r.line)}이 패킷을 ${code(r.node)} 노드로 보내고, 거기서 외부로 나갑니다.`,
  'through-tunnel': (r) =>
    ko`패킷이 ${code(r.from)}에서 ${code(r.to)}까지 터널 안으로 이동하며, 패킷 자체의 주소는 바뀌지 않습니다.`,
  'chance-decides': (r) =>
    ko`${rule(r.chain, r.line)}은 흐름의 ${r.percent}%에 무작위로 적용되므로 결과를 확정할 수 없습니다.`,

  sent: (r) => ko`${code(r.from)}이(가) 패킷을 보냅니다.`,
  'destination-rewritten': (r) =>
    ko`${rule(r.chain, r.line)}이 목적지를 ${address(r.to)}(으)로 바꿉니다. 이후 단계에서는 이 주소를 봅니다.`,
  'destination-by-conntrack': (r) =>
    ko`${code(r.node)}의 conntrack이 아는 흐름이므로 이전과 같이 목적지 ${address(r.from)}을(를) ${address(r.to)}(으)로 바꿉니다.`,
  'prerouting-left-alone': () => ko`라우팅 전에 목적지를 바꾸는 nat 규칙이 없습니다.`,
  forwarded: (r) =>
    r.via === null
      ? ko`경로 ${cidr(r.route)}에 따라 ${code(r.device)}(으)로 직접 내보냅니다.`
      : ko`경로 ${cidr(r.route)}에 따라 ${code(r.device)}을(를) 통해 다음 홉 ${address(r.via)}(으)로 내보냅니다.`,
  'delivered-locally': (r) =>
    ko`목적지가 ${code(r.node)} 노드 자신의 주소이므로 포워딩하지 않고 노드에 전달합니다.`,
  'vpc-subnet-route': (r) => ko`VPC의 서브넷 경로 ${cidr(r.route)}을(를) 따라 목적지로 갑니다.`,
  'vpc-dynamic-route': (r) =>
    ko`VPC가 ${code(r.attachment)}을(를) 통해 학습한 동적 경로 ${cidr(r.route)}을(를) 따라 패킷을 보냅니다.`,
  'vpc-custom-route': (r) =>
    ko`VPC의 커스텀 경로 ${cidr(r.route)}이(가) 패킷을 ${code(r.appliance)}(으)로 보냅니다.`,
  'vpc-internet-route': () => ko`VPC의 기본 경로를 따라 인터넷 게이트웨이로 갑니다.`,
  'crossed-attachment': (r) => ko`패킷이 그대로 ${code(r.attachment)}을(를) 지나갑니다.`,
  'cloud-nat-translated': (r) =>
    ko`${address(r.from)}은(는) Cloud NAT가 처리하는 대역 ${cidr(r.range)}에 속하므로 출발지가 ${address(r.to)}(으)로 바뀝니다.`,
  'appliance-translated': (r) =>
    ko`${code(r.appliance)}이(가) 직접 변환하여 출발지 ${address(r.from)}이(가) ${address(r.to)}(으)로 바뀝니다.`,
  'external-address-translated': (r) =>
    ko`머신에 자체 외부 주소가 있으므로 출발지 ${address(r.from)}이(가) ${address(r.to)}(으)로 일대일로 변환됩니다.`,
  'external-address-resolved': (r) =>
    ko`${address(r.from)}은(는) 머신의 외부 주소이므로 목적지가 일대일로 ${address(r.to)}(으)로 바뀝니다.`,
  'load-balanced': (r) =>
    ko`${address(r.address)}의 로드 밸런서가 패킷을 그대로 ${code(r.node)}에 넘깁니다.`,
  'entered-vpc': (r) =>
    ko`상대 네트워크가 ${code(r.attachment)}을(를) 통해 ${cidr(r.route)} 경로를 학습했으므로 패킷이 그리로 들어옵니다.`,
  'firewall-allowed': (r) =>
    ko`${address(r.src)}은(는) ${cidr(r.range)}에 속하므로 ${code(r.firewall)} 방화벽이 허용합니다.`,
  'reply-untranslated': (r) =>
    ko`${code(r.node)} 노드의 conntrack이 응답을 알아보고 목적지 ${address(r.from)}을(를) ${address(r.to)}(으)로 되돌립니다.`,
  'cloud-nat-untranslated': (r) =>
    ko`응답의 목적지 ${address(r.from)}을(를) 흐름을 시작한 ${address(r.to)}(으)로 되돌립니다.`,
  'reply-source-restored': (r) =>
    ko`${code(r.node)}의 conntrack이 응답을 알아보고 출발지 ${address(r.from)}을(를) 송신자가 처음 요청한 ${address(r.to)}(으)로 되돌립니다.`,
  'return-route': (r) => ko`경로 ${cidr(r.route)}을(를) 따라 출발지로 되돌아갑니다.`,

  arrived: (r) =>
    ko`패킷이 ${at(r.at)}에 도착합니다. 이곳에서 보이는 출발지 주소는 ${address(r.src)}입니다.`,
  answered: (r) => ko`${at(r.at)}이(가) 자신이 본 출발지로 응답합니다.`,
  'dropped-no-route': (r) =>
    isVpc(r.at)
      ? ko`폐기: ${at(r.at)}에는 이 패킷을 ${address(r.dst)}(으)로 보낼 경로가 없으며, 인터넷 게이트웨이는 공인 주소로만 전달합니다.`
      : ko`폐기: ${at(r.at)}에 ${address(r.dst)}(으)로 가는 경로가 없습니다.`,
  'dropped-far-firewall': (r) =>
    r.allowed.length === 0
      ? ko`${ended(r.rejects)}: ${code(r.firewall)} 방화벽은 어떤 출발지도 허용하지 않으므로 ${address(r.src)}도 차단됩니다.`
      : ko`${ended(r.rejects)}: ${code(r.firewall)} 방화벽은 ${ranges(r.allowed)}만 허용하며, ${address(r.src)}은(는) 여기에 속하지 않습니다.`,
  'dropped-cloud-nat-not-covering': (r) =>
    r.covered.length === 0
      ? ko`폐기: Cloud NAT가 처리하는 대역이 없으므로 ${address(r.src)}은(는) 공인 주소를 얻지 못합니다.`
      : ko`폐기: Cloud NAT는 ${ranges(r.covered)}만 처리하므로 ${address(r.src)}은(는) 공인 주소를 얻지 못합니다.`,
  'dropped-no-internet-path': (r) =>
    ko`폐기: ${address(r.src)}에는 외부 주소가 없고, 공인 주소를 부여할 Cloud NAT도 없습니다.`,
  'dropped-no-return-route': (r) =>
    r.advertised.length === 0
      ? ko`응답 유실: ${at(r.at)}에 광고된 대역이 없으므로 ${address(r.src)}(으)로 되돌아갈 경로가 없습니다.`
      : ko`응답 유실: ${at(r.at)}에는 ${ranges(r.advertised)}만 광고되므로 ${address(r.src)}(으)로 되돌아갈 경로가 없습니다.`,
  'dropped-nobody-there': (r) =>
    ko`폐기: ${at(r.at)}에 ${address(r.dst)} 주소를 가진 호스트가 없습니다.`,
  'dropped-port-closed': (r) =>
    ko`거부: ${address(r.dst)}의 ${r.port}번 포트에서 수신 대기하는 프로세스가 없습니다.`,
  'dropped-reply-unknown': (r) =>
    ko`응답 유실: ${address(r.dst)}(으)로 가는 응답이 ${code(r.node)} 노드에 도달하지만, 그 노드의 conntrack에는 이 흐름의 항목이 없습니다.`,
  'dropped-no-source-address': (r) =>
    ko`폐기: ${code(r.device)} 인터페이스에 ${code('MASQUERADE')}가 사용할 주소가 없습니다.`,
  'dropped-no-free-port': (r) =>
    ko`폐기: 규칙이 ${address(r.src)}에 허용하는 포트가 ${code(r.node)}에서 모두 사용 중입니다.`,
  'dropped-own-address': (r) =>
    ko`폐기: ${address(r.src)}은(는) ${code(r.pod)} 자신의 주소이며, 자신에게서 왔다는 패킷은 받지 않습니다.`,
  'refused-no-endpoints': (r) =>
    ko`거부: Service ${code(r.service)}에 엔드포인트가 없어 노드가 ${address(r.dst)}의 ${r.port}번 포트로 가는 패킷을 거부합니다.`,
  'dropped-network-policy-ingress': (r) =>
    ko`폐기: ${code(r.pod)}에 적용된 네트워크 정책(${code(r.policies.join(', '))})은 출발지 ${address(r.src)}을(를) 허용하지 않습니다.`,
  'dropped-network-policy-egress': (r) =>
    ko`폐기: ${code(r.pod)}에 적용된 네트워크 정책(${code(r.policies.join(', '))})은 ${address(r.dst)}(으)로 보내는 것을 허용하지 않습니다.`,
  'dropped-no-local-endpoints': (r) =>
    ko`폐기: Service ${code(r.service)}의 엔드포인트가 ${code(r.node)}에 없고 트래픽 정책이 ${code('Local')}입니다.`,
  'dropped-routing-loop': (r) =>
    r.route === null
      ? ko`폐기: 노드의 규칙들 때문에 패킷이 맴돌아 ${at(r.at)}에서 더 보내지 않습니다.`
      : ko`폐기: 라우팅 루프입니다. 패킷이 ${at(r.at)}(으)로 되돌아왔고, 경로 ${code(r.route)}이(가) 같은 길로 다시 보냅니다.`,
  'dropped-not-advertised': (r) =>
    r.advertised.length === 0
      ? ko`폐기: ${at(r.at)}에 광고된 경로가 없어 ${address(r.dst)}(으)로 가는 경로가 없습니다.`
      : ko`폐기: ${at(r.at)}에 광고된 경로는 ${ranges(r.advertised)}뿐이어서 ${address(r.dst)}(으)로 가는 경로가 없습니다.`,
  'dropped-not-public': (r) =>
    ko`폐기: ${address(r.dst)}을(를) 외부 주소로 가진 머신이나 로드 밸런서가 없어 인터넷에서 도달할 수 없습니다.`,

  'vpc-gateway-route': (r) =>
    ko`목적지가 정적 경로 ${code(r.name)}의 대역 ${cidr(r.route)}에 속하므로 인터넷 게이트웨이로 갑니다.`,
  'vpc-static-route': (r) =>
    ko`목적지가 정적 경로 ${code(r.name)}의 대역 ${cidr(r.route)}에 속하므로 패킷을 ${code(r.attachment)}(으)로 보냅니다.`,
  'vpc-pod-route': (r) =>
    ko`경로 기반 클러스터이므로 VPC의 커스텀 경로 ${cidr(r.route)}을(를) 따라 ${code(r.node)} 노드로 갑니다.`,
  'vpc-peering-route': (r) =>
    ko`${code(r.peering)} 피어링으로 가져온 경로 ${cidr(r.route)}을(를) 따라 ${code(r.vpc)}(으)로 들어갑니다.`,
  'vpc-firewall-allowed': (r) => {
    if (r.rule === null) {
      return ko`${code(r.vpc)}의 방화벽 규칙 중 이 패킷에 해당하는 것이 없어, 묵시적 규칙에 따라 ${code(r.machine)}의 송신이 허용됩니다.`
    }
    return r.direction === 'egress'
      ? ko`${code(r.vpc)}의 방화벽 규칙 ${code(r.rule)}이(가) ${code(r.machine)}의 송신을 허용합니다.`
      : ko`${code(r.vpc)}의 방화벽 규칙 ${code(r.rule)}이(가) ${code(r.machine)}(으)로의 수신을 허용합니다.`
  },
  'endpoint-allowed': (r) =>
    ko`${address(r.src)}은(는) ${cidr(r.range)}에 속하므로 ${code(r.endpoint)}이(가) 허용합니다.`,
  'appliance-forwarded': (r) =>
    r.into === 'internet'
      ? ko`${code(r.appliance)}이(가) 패킷을 인터넷으로 전달합니다.`
      : ko`${code(r.appliance)}이(가) 패킷을 ${code(r.into)}(으)로 전달합니다.`,
  'psc-translated': (r) =>
    ko`${code(r.endpoint)}은(는) Private Service Connect 엔드포인트입니다. 프로듀서는 ${address(r.from)} 대신 ${cidr(r.range)}의 주소를 봅니다.`,
  'far-static-route': (r) =>
    ko`${at(r.at)}의 정적 경로 ${cidr(r.route)}을(를) 따라 ${code(r.attachment)}을(를) 지나갑니다.`,
  'dropped-vpc-firewall': (r) => {
    if (r.rule === null) {
      return ko`폐기: ${code(r.vpc)}의 방화벽 규칙 중 ${address(r.src)}에서 ${code(r.machine)}(으)로의 수신을 허용하는 것이 없어 묵시적 규칙에 따라 거부됩니다.`
    }
    return r.direction === 'egress'
      ? ko`폐기: ${code(r.vpc)}의 방화벽 규칙 ${code(r.rule)}이(가) ${code(r.machine)}에서 ${address(r.dst)}(으)로의 송신을 거부합니다.`
      : ko`폐기: ${code(r.vpc)}의 방화벽 규칙 ${code(r.rule)}이(가) ${address(r.src)}에서 ${code(r.machine)}(으)로의 수신을 거부합니다.`
  },
  'dropped-endpoint-refuses': (r) =>
    r.allowed.length === 0
      ? ko`폐기: ${code(r.endpoint)}은(는) 어떤 출발지도 허용하지 않으므로 ${address(r.src)}도 차단됩니다.`
      : ko`폐기: ${code(r.endpoint)}은(는) ${ranges(r.allowed)}만 허용하며, ${address(r.src)}은(는) 여기에 속하지 않습니다.`,
  'dropped-psc-over-peering': (r) =>
    ko`폐기: ${code(r.endpoint)}은(는) Private Service Connect 엔드포인트이므로 ${code(r.peering)} 피어링을 통해서는 접근할 수 없습니다.`,
  'dropped-not-forwarding': (r) =>
    ko`폐기: ${code(r.appliance)}이(가) 다음 홉이지만 패킷을 전달하지 않으며, ${address(r.dst)}은(는) 그 자신의 주소가 아닙니다.`,
  'dropped-asymmetric': (r) =>
    r.saw === 'request'
      ? ko`연결 실패: 상태를 추적하는 ${code(r.appliance)}이(가) 연결의 시작은 보았지만 응답은 다른 길로 돌아옵니다.`
      : ko`응답 유실: 상태를 추적하는 ${code(r.appliance)}이(가) 이 연결의 시작을 보지 못했습니다.`,
  'dropped-no-transit': (r) =>
    ko`폐기: ${at(r.at)}의 경로 ${cidr(r.route)}은(는) 다시 바깥으로 향하며, VPC는 외부에서 들어온 패킷을 밖으로 전달하지 않습니다.`,
  'dropped-route-discards': (r) =>
    ko`폐기: ${at(r.at)}의 경로 ${cidr(r.route)}이(가) ${address(r.dst)}(으)로 가는 패킷을 버립니다.`,
  'dropped-return-stays': (r) =>
    ko`응답 유실: ${at(r.at)} 자체에 ${cidr(r.range)} 대역이 있으므로 ${address(r.src)}(으)로 가는 응답이 그 안에 머뭅니다.`,
  'not-told': (r) => ko`판단할 수 없습니다. ${missing(r.missing, r.of)}`,
}
