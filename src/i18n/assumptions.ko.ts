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
}
