import type { Outcome, Owner } from '../../engine/trace.ts'
import { percentOf } from '../figures.ts'
import { ko } from '../josa.ts'
import { placeNamer } from '../place-name.ts'
import { address, code, type Sentence } from '../sentence.ts'
import type { LevelText } from './level.ts'

const at = placeNamer({ internet: '인터넷', metadata: '서버 자체의 정보 서비스' })

const SEEN_AS: Readonly<Record<Owner, string>> = {
  pod: '애플리케이션 자신의 주소',
  node: '애플리케이션이 실행되는 서버의 주소',
  nat: '공개 주소',
  'link-local': '서버 안에서만 통하는 주소',
  far: '자신의 주소',
}

const seen = ({ seenAs }: Outcome): Sentence =>
  ko`보낸 사람 주소는 ${SEEN_AS[seenAs.owner]}인 ${address(seenAs.address)}입니다.`

const notice = ({ symptom }: Outcome): string => {
  if (symptom === null) return ''
  return symptom === 'time-out'
    ? ' 아무 답이 없으므로 애플리케이션은 포기할 때까지 기다립니다.'
    : ' 애플리케이션은 즉시 거절당합니다.'
}

/** In plain words, for whoever decides but does not configure. */
export const managerKo: LevelText = {
  summary: {
    delivered: (o) => ko`메시지가 ${at(o.by)}까지 전달됩니다. ${seen(o)}`,
    dropped: (o) =>
      ko`메시지가 전달되지 않습니다. ${at(o.by)}에서 막힙니다. ${seen(o)}${notice(o)}`,
    unanswered: (o) =>
      ko`메시지는 전달되지만 그 답이 ${at(o.by)}에서 사라집니다. ${seen(o)}${notice(o)}`,
    undetermined: (o) => ko`메시지가 전달될지 확실히 말할 수 없습니다. ${seen(o)}`,
  },
  steps: {
    entered: (s) => ko`서버가 규칙 목록 ${code(s.chain)}을(를) 살펴보기 시작합니다.`,
    skipped: () => ko`이 메시지와 관계없는 규칙입니다.`,
    matched: () => ko`이 메시지에 해당하는 규칙입니다.`,
    resumed: (s) => ko`앞서 보던 목록 ${code(s.chain)}(으)로 돌아가 계속합니다.`,
    policy: (s) => ko`목록 ${code(s.chain)}이(가) 끝났습니다. 메시지는 지금 그대로 나아갑니다.`,
  },
  deeds: {
    counted: () => ko`메시지 수만 셉니다.`,
    jumped: (d) => ko`다른 목록 ${code(d.chain)}(으)로 이어집니다.`,
    went: (d) => ko`다른 목록 ${code(d.chain)}(으)로 이어집니다.`,
    returned: () => ko`이 목록에서는 더 볼 것이 없다고 합니다.`,
    accepted: () => ko`메시지를 그대로 두라고 합니다.`,
    logged: () => ko`기록을 남기고 계속합니다.`,
    marked: () => ko`나중을 위해 표시해 두고 계속합니다.`,
    rewrote: () => ko`주소를 바꾸고 확인을 마칩니다.`,
    bound: () => ko`주소를 바꾸려 하지만 이미 그 주소입니다.`,
    tunnelled: (d) => ko`다른 서버 ${code(d.node)}을(를) 거쳐 보냅니다.`,
    dropped: () => ko`메시지를 막습니다.`,
    undetermined: (d) => ko`우연에 맡겨 연결의 ${percentOf(d.probability)}%에만 적용합니다.`,
  },
  reasons: {
    'kept-configured-range': () =>
      ko`이 목적지에는 애플리케이션 자신의 주소를 그대로 쓰도록 클러스터에 설정되어 있습니다.`,
    'kept-default-range': () =>
      ko`이 목적지에 대해 따로 설정된 것이 없으므로, 기본 동작에 따라 애플리케이션 자신의 주소를 그대로 씁니다.`,
    'kept-same-node': () => ko`목적지가 같은 서버이므로 주소를 바꾸지 않습니다.`,
    'kept-default-snat-disabled': () =>
      ko`이 클러스터에서는 주소를 바꾸는 기능이 꺼져 있어 애플리케이션 자신의 주소가 유지됩니다.`,
    'kept-ipv6': () =>
      ko`서버는 이전 방식의 주소만 바꿉니다. 이 주소는 새로운 방식인 IPv6이므로 그대로입니다.`,
    'kept-host-network': () => ko`이미 서버의 주소를 쓰고 있으므로 바꿀 것이 없습니다.`,
    'kept-return-packet': () => ko`서버가 알고 있는 대화의 답이므로 그대로 지나갑니다.`,
    'kept-link-local': () =>
      ko`목적지가 서버 주변의 내부 서비스이며, 여기에는 애플리케이션의 주소를 그대로 씁니다.`,
    'kept-by-rule': () => ko`보낸 사람 주소를 그대로 두라는 규칙이 서버에 있습니다.`,
    'kept-no-rule': (r) => ko`${code(r.node)}에 이 주소를 바꾸는 규칙이 없으므로 그대로입니다.`,
    'kept-no-rules-written': (r) =>
      ko`${code(r.node)}에 주소를 바꾸라는 지시가 아직 없으므로 애플리케이션의 주소가 유지됩니다.`,
    'kept-already-that-address': () => ko`서버가 넣으려는 주소가 이미 적혀 있습니다.`,
    'kept-by-conntrack': (r) =>
      ko`마지막 변경 전에 시작된 대화이므로 ${code(r.node)}이(가) 처음 방식대로 이어 갑니다. 주소는 그대로입니다.`,
    'translated-by-conntrack': (r) =>
      ko`마지막 변경 전에 시작된 대화이므로 ${code(r.node)}이(가) 처음 방식대로 이어 갑니다. 주소를 바꿉니다.`,
    masqueraded: (r) =>
      ko`서버가 자기 이름으로 메시지를 보냅니다. 애플리케이션의 주소가 서버의 주소 ${address(r.to)}(으)로 바뀝니다.`,
    'translated-by-rule': (r) =>
      ko`서버의 규칙이 보낸 사람 주소를 ${address(r.to)}(으)로 바꿉니다.`,
    'kept-by-program': () =>
      ko`서버의 네트워크 소프트웨어는 이 목적지에 대해 보낸 사람 주소를 그대로 둡니다.`,
    'translated-by-program': (r) =>
      ko`서버의 네트워크 소프트웨어가 보낸 사람 주소를 ${address(r.to)}(으)로 바꿉니다.`,
    'dropped-by-program': () => ko`막힘: 서버의 네트워크 소프트웨어가 이 메시지를 거부합니다.`,
    'sent-to-gateway': (r) =>
      ko`이 목적지로 가는 메시지는 정해진 서버로만 나가야 하므로 ${code(r.node)}에 넘깁니다.`,
    'through-tunnel': (r) =>
      ko`메시지를 포장해 ${code(r.from)}에서 ${code(r.to)}까지 나릅니다. 내용은 바뀌지 않습니다.`,
    'chance-decides': (r) =>
      ko`우연에 맡깁니다. 연결의 ${r.percent}%는 한 방식으로, 나머지는 다른 방식으로 처리됩니다.`,
    sent: (r) => ko`${code(r.from)}이(가) 메시지를 보냅니다.`,
    'destination-rewritten': () =>
      ko`요청한 주소는 여러 서버를 대표하는 주소이며, 그중 하나가 선택됩니다.`,
    'destination-by-conntrack': (r) =>
      ko`${code(r.node)}이(가) 아는 대화이므로 이전과 같은 곳으로 보냅니다.`,
    'prerouting-left-alone': () => ko`목적지는 요청한 그대로입니다.`,
    forwarded: () => ko`서버가 메시지를 목적지 쪽으로 내보냅니다.`,
    'delivered-locally': (r) => ko`${code(r.node)} 자신에게 온 메시지이므로 여기에 머뭅니다.`,
    'vpc-subnet-route': () => ko`클라우드 네트워크 안에서 목적지로 바로 이어집니다.`,
    'vpc-dynamic-route': (r) =>
      ko`클라우드 네트워크는 이 목적지가 ${code(r.attachment)} 너머에 있다는 것을 알고 있습니다.`,
    'vpc-custom-route': (r) =>
      ko`클라우드 네트워크가 메시지를 ${code(r.appliance)}을(를) 거쳐 보냅니다.`,
    'vpc-internet-route': () => ko`클라우드 네트워크가 메시지를 인터넷 쪽으로 보냅니다.`,
    'crossed-attachment': (r) => ko`메시지가 그대로 ${code(r.attachment)}을(를) 지나갑니다.`,
    'cloud-nat-translated': (r) =>
      ko`인터넷으로 나가는 길에 보낸 사람 주소가 공개 주소 ${address(r.to)}(으)로 바뀝니다.`,
    'appliance-translated': (r) =>
      ko`${code(r.appliance)}이(가) 자기 이름인 ${address(r.to)}(으)로 메시지를 보냅니다.`,
    'external-address-translated': (r) =>
      ko`서버에 자체 공개 주소가 있어 메시지가 그 주소 ${address(r.to)}(으)로 나갑니다.`,
    'external-address-resolved': () =>
      ko`요청한 공개 주소는 한 서버의 것이므로 메시지가 그 서버로 갑니다.`,
    'load-balanced': (r) => ko`공용 입구가 ${code(r.node)}을(를) 골라 메시지를 넘깁니다.`,
    'entered-vpc': (r) =>
      ko`보내는 쪽은 ${code(r.attachment)}을(를) 통해 들어오는 길을 알고 있습니다.`,
    'firewall-allowed': (r) => ko`${code(r.firewall)}이(가) 이 주소를 알고 있어 들여보냅니다.`,
    'reply-untranslated': (r) =>
      ko`${code(r.node)}이(가) 누구의 대화인지 기억하고 있어 답을 해당 애플리케이션에 넘깁니다.`,
    'cloud-nat-untranslated': () =>
      ko`인터넷 출구가 누구의 대화인지 기억하고 있어 답을 돌려줍니다.`,
    'reply-source-restored': (r) =>
      ko`${code(r.node)}이(가) 처음 요청한 주소를 되돌려 적으므로 보낸 쪽이 답을 알아봅니다.`,
    'return-route': () => ko`보낸 쪽으로 돌아가는 길을 알고 있습니다.`,
    arrived: (r) => ko`메시지가 ${at(r.at)}에 도착합니다.`,
    answered: (r) => ko`${at(r.at)}이(가) 메시지에 적힌 주소로 답합니다.`,
    'dropped-no-route': (r) => ko`막힘: ${at(r.at)}에서 이 목적지로 가는 길을 아무도 모릅니다.`,
    'dropped-far-firewall': (r) =>
      r.allowed.length === 0
        ? ko`막힘: ${code(r.firewall)}은(는) 아무도 들여보내지 않습니다.`
        : ko`막힘: ${code(r.firewall)}은(는) 아는 주소만 들여보내며, 이 메시지에 적힌 ${address(r.src)}은(는) 그중에 없습니다.`,
    'dropped-cloud-nat-not-covering': () =>
      ko`막힘: 인터넷 출구가 이 보낸 사람을 맡지 않으므로 공개 주소를 얻지 못합니다.`,
    'dropped-no-internet-path': () =>
      ko`막힘: 자체 공개 주소가 없고, 공개 주소를 빌려줄 인터넷 출구도 없습니다.`,
    'dropped-no-return-route': (r) =>
      ko`답이 사라짐: ${at(r.at)}은(는) 이 주소로 돌아가는 길을 전달받지 못했습니다.`,
    'dropped-nobody-there': (r) => ko`막힘: ${at(r.at)}에 요청한 주소를 쓰는 곳이 없습니다.`,
    'dropped-port-closed': () =>
      ko`거절: 목적지는 있지만 이 창구에서 응대하는 프로그램이 없습니다.`,
    'dropped-reply-unknown': (r) =>
      ko`답이 사라짐: 답이 ${code(r.node)}(으)로 돌아오지만 이 대화를 알지 못합니다.`,
    'dropped-no-source-address': (r) =>
      ko`막힘: ${code(r.device)}에 빌려줄 수 있는 주소가 없습니다.`,
    'dropped-no-free-port': (r) =>
      ko`막힘: ${code(r.node)}이(가) 구분할 수 있는 만큼의 대화가 이미 모두 쓰이고 있습니다.`,
    'dropped-own-address': (r) =>
      ko`막힘: 메시지가 ${code(r.pod)} 자신에게서 온 것처럼 보이며, 그런 메시지는 믿지 않습니다.`,
    'refused-no-endpoints': (r) =>
      ko`거절: 지금 서비스 ${code(r.service)}을(를) 맡은 프로그램이 없습니다.`,
    'dropped-network-policy-ingress': (r) =>
      ko`막힘: ${code(r.pod)}의 접근 규칙은 이 메시지에 적힌 주소를 알지 못합니다.`,
    'dropped-network-policy-egress': (r) =>
      ko`막힘: ${code(r.pod)}의 접근 규칙은 이 목적지로 보내는 것을 허용하지 않습니다.`,
    'dropped-no-local-endpoints': (r) =>
      ko`막힘: 서비스 ${code(r.service)}을(를) 맡은 프로그램이 ${code(r.node)}에 없고, 다른 서버에는 물을 수 없습니다.`,
    'dropped-routing-loop': (r) => ko`막힘: 메시지가 같은 길을 맴돌아 ${at(r.at)}에서 멈춥니다.`,
    'dropped-not-advertised': (r) =>
      ko`막힘: ${at(r.at)}은(는) 이 목적지로 가는 길을 전달받지 못했습니다.`,
    'dropped-not-public': () => ko`막힘: 이 주소로는 인터넷에서 아무 데도 닿을 수 없습니다.`,
    'vpc-gateway-route': () => ko`클라우드 네트워크가 인터넷 관문으로 메시지를 내보냅니다.`,
    'vpc-static-route': (r) =>
      ko`이 목적지로 가는 메시지는 ${code(r.attachment)}(으)로 보내도록 정해져 있습니다.`,
    'vpc-pod-route': (r) =>
      ko`클라우드 네트워크는 이 애플리케이션이 ${code(r.node)}에서 실행된다는 것을 알고 있습니다.`,
    'vpc-peering-route': (r) => ko`목적지는 이웃 네트워크 ${code(r.vpc)}에 있습니다.`,
    'vpc-firewall-allowed': (r) =>
      r.direction === 'egress'
        ? ko`클라우드 방화벽이 ${code(r.machine)}에서 보내는 것을 허용합니다.`
        : ko`클라우드 방화벽이 ${code(r.machine)}(으)로 들어오는 것을 허용합니다.`,
    'endpoint-allowed': (r) => ko`${code(r.endpoint)}이(가) 이 주소를 알고 있어 들여보냅니다.`,
    'appliance-forwarded': (r) => ko`${code(r.appliance)}이(가) 메시지를 다음으로 넘깁니다.`,
    'psc-translated': (r) =>
      ko`${code(r.endpoint)}은(는) 다른 회사의 서비스로 들어가는 전용 입구입니다. 그쪽에서는 보낸 사람 대신 자기 쪽 주소를 봅니다.`,
    'far-static-route': (r) =>
      ko`${at(r.at)}은(는) 돌아가는 길이 ${code(r.attachment)}임을 알고 있습니다.`,
    'dropped-vpc-firewall': (r) =>
      r.direction === 'egress'
        ? ko`막힘: 클라우드 방화벽이 ${code(r.machine)}에서 보내는 것을 막습니다.`
        : ko`막힘: 클라우드 방화벽이 이 주소에서 ${code(r.machine)}(으)로 들어오는 것을 막습니다.`,
    'dropped-endpoint-refuses': (r) =>
      ko`막힘: ${code(r.endpoint)}은(는) 아는 주소만 들여보내며, 이 메시지에 적힌 ${address(r.src)}은(는) 그중에 없습니다.`,
    'dropped-psc-over-peering': (r) =>
      ko`막힘: 전용 입구 ${code(r.endpoint)}은(는) 이웃 네트워크에서 쓸 수 없습니다.`,
    'dropped-not-forwarding': (r) =>
      ko`막힘: 메시지를 ${code(r.appliance)}을(를) 거쳐 보내지만, 아무것도 다음으로 넘기지 않습니다.`,
    'dropped-asymmetric': (r) =>
      ko`대화 실패: ${code(r.appliance)}은(는) 대화의 절반만 보며, 절반뿐인 대화는 통과시키지 않습니다.`,
    'dropped-no-transit': (r) =>
      ko`막힘: 메시지가 ${at(r.at)}을(를) 지나가기만 하려 하지만, 이 네트워크는 아무도 통과시키지 않습니다.`,
    'dropped-route-discards': (r) =>
      ko`막힘: ${at(r.at)}은(는) 이 목적지로 가는 것을 버리도록 설정되어 있습니다.`,
    'dropped-return-stays': (r) =>
      ko`답이 사라짐: ${at(r.at)}은(는) 보낸 사람의 주소를 내부에서 다른 용도로 쓰고 있어 답이 그 안에 머뭅니다.`,
    'not-told': () => ko`시나리오에 정보가 부족하여 판단할 수 없습니다.`,
  },
}
