import { ko } from './josa.ts'
import type { Messages } from './messages.ts'

export const assumptionsKo: Messages['assumptions'] = {
  'internet-answers': () => ko`인터넷의 호스트는 응답한다고 가정합니다.`,
  'vpc-egress-allowed': () => ko`VPC 방화벽 규칙이 이 패킷의 송신을 허용한다고 가정합니다.`,
  'vpc-ingress-allowed': () => ko`VPC 방화벽 규칙이 패킷을 들여보낸다고 가정합니다.`,
  'load-balancer-picks-node': () =>
    ko`로드 밸런서는 연결의 해시로 여러 노드 중 하나를 고르며, 여기서는 첫 번째 노드를 보여 줍니다.`,
  'on-prem-forwards-internet': () =>
    ko`상대 네트워크는 자신의 기본 경로로 들어온 패킷을 인터넷으로 전달한다고 가정합니다.`,
  'metadata-concealment-off': () =>
    ko`노드가 메타데이터 서버로 가는 요청을 자체 프로세스로 돌리지 않는다고 가정합니다.`,
  'secondary-range-needs-cloud-nat': () =>
    ko`노드에 외부 주소가 있더라도, Pod 주소는 Cloud NAT가 그 대역을 처리할 때만 인터넷에 도달한다고 가정합니다.`,
  'port-chosen-at-random': () => ko`새 출발지 포트는 무작위로 선택되므로 범위만 알 수 있습니다.`,
  'cloud-nat-picks-address': () =>
    ko`Cloud NAT는 머신마다 자신의 주소 중 하나를 고르며, 여기서는 첫 번째 주소를 보여 줍니다.`,
  'psc-picks-address': () =>
    ko`Private Service Connect 프로듀서가 NAT 서브넷의 어느 주소를 보게 될지는 알 수 없으며, 여기서는 첫 번째 주소를 보여 줍니다.`,
  'psc-hides-source': () =>
    ko`Private Service Connect 엔드포인트 뒤의 프로듀서는 자체 NAT 서브넷의 주소를 봅니다. 시나리오에 그 서브넷이 없으므로 소비자의 주소를 보여 줍니다.`,
  'equal-routes-pick-one': () =>
    ko`동등한 경로가 여러 개이며 연결마다 그중 하나를 사용합니다. 여기서는 첫 번째 경로를 보여 줍니다.`,
  'static-before-dynamic': () =>
    ko`같은 대역이면 정적 경로가 학습한 경로보다 우선한다고 가정합니다. 학습한 경로의 우선순위(MED)는 시나리오에 없습니다.`,
  'peering-exchanges-public-ranges': () =>
    ko`비공개로 사용하는 공인 대역의 서브넷 경로도 피어링으로 교환된다고 가정합니다. 이를 위해서는 양쪽에 옵션이 필요합니다.`,
  'gke-firewall-rules': () =>
    ko`GKE가 클러스터와 로드 밸런서를 위한 자체 방화벽 규칙을 만들었다고 가정합니다.`,
}
