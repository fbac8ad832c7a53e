import type { DetectiveWords } from './detective-words.ts'
import { ko } from './josa.ts'
import { param } from './param.ts'
import { address, cidr, code, listed, type Sentence } from './sentence.ts'

const ranges = (texts: string): Sentence => listed(texts.split(', ').map(cidr), ', ')

export const detectiveKo: DetectiveWords = {
  open: '왜? 해결책 찾기',
  compare: 'Pod와 노드 비교',
  allow: '방화벽 허용 목록',
  title: '실패 원인과 해결책',
  close: '조사 닫기',
  searching: '도움이 될 만한 변경을 시험하고 있습니다…',
  notSent: '이 흐름은 아직 보낼 수 없으므로 조사할 것이 없습니다.',
  fine: (o) =>
    ko`흐름이 성공합니다. 상대 측에서 보이는 출발지는 ${address(o.seenAs.address)}입니다.`,
  causes: '원인(없애기 쉬운 순서)',
  cause: {
    end: '여기서 끝남',
    source: '패킷의 출발지',
    beyond: '그다음에 막힐 곳',
  },
  removedBy: (count) => `해결책 ${count}개로 없앨 수 있음`,
  fixes: (count) => `최소 해결책 ${count}개`,
  noFixes:
    '시험한 변경 중 이 흐름을 성공시키는 것이 없습니다. 직접 그려 넣어야 하는 것이 빠져 있습니다.',
  incomplete: '한 번에 시험할 수 있는 것보다 경우가 많아, 다른 해결책이 더 있을 수 있습니다.',
  apply: '적용',
  applyNamed: (fix) => `${fix}번 해결책 적용`,
  applied: '적용함',
  undo: '이 해결책 되돌리기',
  out: '빠짐',
  in: '들어감',
  inCluster: (cluster) => ko`클러스터 ${cluster}에서 변경합니다.`,
  changes: {
    'apply-manifests': () => ko`편집기에 있는 ConfigMap을 적용합니다.`,
    'use-draft': () => ko`시나리오의 ConfigMap 초안을 적용합니다.`,
    'keep-range': (c) =>
      ko`${code(param(c, 'option'))}에 ${ranges(param(c, 'add'))}을(를) 추가합니다. 그 목적지에는 Pod 주소가 유지됩니다.`,
    'masquerade-range': (c) =>
      ko`${code(param(c, 'option'))}에서 ${ranges(param(c, 'drop'))}을(를) 뺍니다. 그 목적지에는 노드 주소로 나갑니다.`,
    'narrow-kept-range': (c) =>
      ko`${code(param(c, 'option'))}의 ${ranges(param(c, 'drop'))}을(를) 그 안의 자체 대역 ${ranges(param(c, 'add'))}(으)로 바꿉니다.`,
    'set-setting': (c) =>
      ko`${code(param(c, 'option'))}을(를) ${code(param(c, 'value'))}(으)로 설정합니다.`,
    'keep-by-pool': (c) =>
      ko`${cidr(param(c, 'range'))} 대역의 비활성 ${code('IPPool')}을 추가합니다. 풀에 속한 목적지에는 Pod 주소가 보입니다.`,
    'turn-snat-on': () => ko`기본 SNAT를 켭니다.`,
    'turn-snat-off': () => ko`기본 SNAT를 끕니다.`,
    'deploy-agent': () => ko`클러스터에 ${code('ip-masq-agent')}를 배포합니다.`,
    'replace-node': (c) => ko`플래그가 반영되도록 ${code(param(c, 'node'))}을(를) 교체합니다.`,
    'remove-manual-rule': (c) =>
      ko`${code(param(c, 'node'))}에 직접 입력한 규칙 ${code(param(c, 'rule'))}을(를) 제거합니다.`,
    'allow-at-firewall': (c) =>
      ko`${code(param(c, 'firewall'))}에서 ${cidr(param(c, 'range'))}을(를) 허용합니다.`,
    'allow-at-endpoint': (c) =>
      ko`${code(param(c, 'endpoint'))}의 허용 목록에 ${cidr(param(c, 'range'))}을(를) 추가합니다.`,
    'allow-ingress': (c) =>
      ko`${code(param(c, 'vpc'))}에 인그레스 규칙 ${code(param(c, 'rule'))}을(를) 추가합니다. ${cidr(param(c, 'range'))}에서 오는 ${code(param(c, 'service'))} 허용.`,
    'allow-egress': (c) =>
      ko`${code(param(c, 'vpc'))}에 이그레스 규칙 ${code(param(c, 'rule'))}을(를) 추가합니다. ${cidr(param(c, 'range'))}(으)로 가는 ${code(param(c, 'service'))} 허용.`,
    'allow-policy-peer': (c) =>
      ko`NetworkPolicy ${code(param(c, 'policy'))}에서 ${code(param(c, 'peer'))}을(를) 허용합니다.`,
    'open-port': (c) =>
      ko`${code(param(c, 'endpoint'))}에서 포트 ${code(param(c, 'port'))}을(를) 엽니다.`,
    advertise: (c) =>
      ko`${code(param(c, 'router'))}에서 ${code(param(c, 'attachment'))}을(를) 통해 ${cidr(param(c, 'range'))}을(를) 광고합니다.`,
    learn: (c) =>
      ko`${code(param(c, 'router'))}이(가) ${code(param(c, 'attachment'))}을(를) 통해 ${cidr(param(c, 'range'))}을(를) 학습하게 합니다.`,
    'route-to-attachment': (c) =>
      ko`${code(param(c, 'vpc'))}에 정적 경로를 추가합니다. ${cidr(param(c, 'range'))} → ${code(param(c, 'attachment'))}.`,
    'route-on-prem': (c) =>
      ko`${code(param(c, 'network'))}에 정적 경로를 추가합니다. ${cidr(param(c, 'range'))} → ${code(param(c, 'attachment'))}.`,
    'remove-on-prem-route': (c) =>
      ko`${code(param(c, 'network'))}에서 ${code(param(c, 'via'))}(으)로 가는 정적 경로 ${cidr(param(c, 'range'))}을(를) 제거합니다.`,
    'remove-route': (c) =>
      ko`${code(param(c, 'vpc'))}의 경로 ${code(param(c, 'route'))}을(를) 제거합니다. 이 경로는 ${cidr(param(c, 'range'))}을(를) ${code(param(c, 'via'))}(으)로 보냅니다.`,
    'default-route': (c) =>
      ko`${code(param(c, 'vpc'))}에 인터넷 게이트웨이로 가는 기본 경로를 둡니다.`,
    'global-routing': (c) => ko`${code(param(c, 'vpc'))}을(를) 전역 동적 라우팅으로 전환합니다.`,
    'export-routes': (c) =>
      ko`${code(param(c, 'peering'))}에서 ${code(param(c, 'vpc'))}의 커스텀 경로를 ${code(param(c, 'other'))}(으)로 내보냅니다.`,
    'forward-packets': (c) => ko`${code(param(c, 'endpoint'))}에서 IP 전달을 켭니다.`,
    'cover-by-nat': (c) =>
      ko`${code(param(c, 'nat'))}이(가) ${cidr(param(c, 'range'))}도 변환하게 합니다.`,
    'add-cloud-nat': (c) =>
      ko`${code(param(c, 'vpc'))}에 ${cidr(param(c, 'range'))} 대역용 Cloud NAT ${code(param(c, 'nat'))}을(를) 추가합니다.`,
    'policy-to-cluster': (c) =>
      ko`${code(param(c, 'service'))}의 ${code(param(c, 'field'))}을(를) ${code('Cluster')}로 설정합니다.`,
    'fresh-source-port': (c) =>
      ko`다른 출발지 포트(예: ${code(param(c, 'port'))})로 새로 연결합니다.`,
  },
  notes: {
    'nodes-must-be-replaced': '실제 노드에는 노드를 교체할 때 이 플래그가 반영됩니다.',
    'pod-address-changes': 'Pod가 다시 만들어지면 주소가 바뀝니다.',
    'one-node-only': '노드 풀의 다른 노드는 허용되지 않습니다.',
    'example-address': '예시 주소입니다. 실제로는 주소를 예약해 사용하세요.',
    'new-connections-only': '이미 열린 연결은 시작할 때의 결정을 따릅니다.',
  },
  seenAfter: '적용하면 상대 측에서 보이는 출발지:',
  noEffects: ({ asked }) => `그 밖에 달라지는 것이 없습니다(다른 흐름 ${asked}개 비교).`,
  effects: ({ changed, asked, lost, gained }) =>
    [
      `다른 흐름 ${asked}개 중 ${changed}개도 달라집니다`,
      lost > 0 ? `${lost}개 실패` : '',
      gained > 0 ? `${gained}개 성공` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  verdicts: { delivered: '전달됨', dropped: '폐기', undetermined: '확정 불가' },
  senders: {
    title: ({ senders: [one, two] }) => `${one.name} / ${two.name} 비교`,
    about: {
      'both-arrive': ({ senders: [one, two] }) =>
        ko`둘 다 도착합니다. ${code(one.name)}은(는) ${address(one.outcome.seenAs.address)}, ${code(two.name)}은(는) ${address(two.outcome.seenAs.address)} 주소로 보입니다.`,
      'first-arrives': ({ senders: [one, two] }) =>
        ko`${code(one.name)}은(는) ${address(one.outcome.seenAs.address)} 주소로 도착하지만, ${address(two.outcome.seenAs.address)} 주소로 오는 ${code(two.name)}은(는) 도착하지 못합니다.`,
      'second-arrives': ({ senders: [one, two] }) =>
        ko`${code(two.name)}은(는) ${address(two.outcome.seenAs.address)} 주소로 도착하지만, ${address(one.outcome.seenAs.address)} 주소로 오는 ${code(one.name)}은(는) 도착하지 못합니다.`,
      same: () => ko`둘 다 같은 단계에서 끝납니다.`,
      apart: () => ko`둘 다 실패하지만 끝나는 단계가 다릅니다.`,
    },
    parted: (step) => `갈라지는 단계: ${step}`,
    step: '단계',
    proves: '이것으로 증명되는 것',
    provesNot: '이것으로 증명되지 않는 것',
    proofs: (stepName) => ({
      'source-accepted': (p) => ko`상대 측이 ${address(p.address)}을(를) 허용한다는 것`,
      'way-back': (p) => ko`상대 측에서 ${address(p.address)}(으)로 돌아오는 경로가 있다는 것`,
      'port-open': (p) => ko`${address(p.address)}의 포트 ${p.port}에서 응답한다는 것`,
      'same-source': (p) =>
        ko`${code(p.sender)}의 패킷이 ${code(p.other)}처럼 ${address(p.address)} 주소로 나간다는 것`,
      'not-the-source': (p) =>
        ko`출발지가 원인이 아니라는 것. 어느 쪽이든 “${stepName(p.step)}” 단계에서 끝납니다`,
    }),
  },
}
