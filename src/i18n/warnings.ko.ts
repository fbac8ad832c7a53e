import type { WarningCode } from '../scenario/issue.ts'
import { ko } from './josa.ts'
import type { Messages } from './messages.ts'
import { param } from './param.ts'
import { cidr, code } from './sentence.ts'
import { where } from './where.ts'

export const warningsKo: Pick<Messages['issues'], WarningCode> = {
  'same-address': (i) =>
    ko`${where(i)}${code(param(i, 'name'))}의 주소 ${code(param(i, 'address'))}은(는) ${code(param(i, 'other'))}에서 이미 사용 중입니다. 패킷은 둘 중 하나에만 도달하므로 한쪽의 주소를 바꾸세요.`,
  'subnets-overlap': (i) =>
    ko`${where(i)}${code(param(i, 'name'))}의 ${cidr(param(i, 'range'))}이(가) 같은 VPC에 있는 ${code(param(i, 'other'))}의 ${cidr(param(i, 'by'))}과(와) 겹칩니다. Google Cloud는 이런 서브넷을 만들지 않으므로 비어 있는 대역을 선택하세요.`,
  'peered-ranges-overlap': (i) =>
    ko`${where(i)}${code(param(i, 'name'))}의 ${cidr(param(i, 'range'))}이(가) 피어링된 VPC ${code(param(i, 'vpc'))}에 있는 ${code(param(i, 'other'))}의 ${cidr(param(i, 'by'))}과(와) 겹칩니다. Google Cloud는 이런 피어링을 거부하므로 한쪽은 다른 대역을 사용해야 합니다.`,
  'pods-over-nodes': (i) =>
    ko`${where(i)}Pod 대역 ${cidr(param(i, 'range'))}이(가) ${code(param(i, 'other'))}의 노드 대역 ${cidr(param(i, 'by'))}과(와) 겹칩니다. 이런 클러스터는 만들 수 없으며 SNAT로도 해결되지 않습니다. 다른 Pod 대역을 선택하세요.`,
  'pods-over-services': (i) =>
    ko`${where(i)}Pod 대역 ${cidr(param(i, 'range'))}이(가) Service 대역 ${cidr(param(i, 'by'))}과(와) 겹칩니다. 이런 클러스터는 만들 수 없으며 SNAT로도 해결되지 않습니다. 둘 중 하나를 바꾸세요.`,
  'pods-over-pods': (i) =>
    ko`${where(i)}Pod 대역 ${cidr(param(i, 'range'))}이(가) 같은 VPC에 있는 클러스터 ${code(param(i, 'other'))}의 ${cidr(param(i, 'by'))}과(와) 겹칩니다. 같은 VPC에서는 Pod마다 고유한 주소가 필요하므로 한쪽 클러스터의 대역을 바꾸세요.`,
  'pods-over-on-prem': (i) =>
    ko`${where(i)}Pod 대역 ${cidr(param(i, 'range'))}이(가) ${code(param(i, 'other'))}의 ${cidr(param(i, 'by'))}과(와) 겹칩니다. 그 주소를 쓰는 온프레미스 호스트는 Pod로 가는 경로가 우선하므로 SNAT 여부와 관계없이 도달할 수 없습니다. 그 호스트와 통신할 필요가 없다면 ${code(param(i, 'other'))}(으)로 가는 트래픽을 매스커레이드하고 Pod 대역은 광고하지 마세요. 그러면 응답이 노드로 돌아옵니다.`,
  'nodes-over-on-prem': (i) =>
    ko`${where(i)}서브넷 ${code(param(i, 'name'))}의 ${cidr(param(i, 'range'))}이(가) ${code(param(i, 'other'))}의 ${cidr(param(i, 'by'))}과(와) 겹칩니다. 노드로 돌아올 응답이 온프레미스 안에 머물 수 있습니다. SNAT는 출발지를 노드 주소로 바꾸므로 도움이 되지 않습니다. 한쪽은 다른 대역을 사용해야 합니다.`,
  'pod-range-outside-vpc': (i) =>
    ko`${where(i)}클러스터 ${code(param(i, 'name'))}의 Pod 대역 ${cidr(param(i, 'range'))}은(는) ${code(param(i, 'vpc'))}에 있는 어느 서브넷의 기본 대역이나 보조 대역에도 속하지 않아 Pod로 가는 경로가 없습니다. 서브넷에 보조 대역으로 추가하거나 이미 있는 대역을 사용하세요: ${code(param(i, 'ranges'))}`,
  'node-outside-subnets': (i) =>
    ko`${where(i)}노드 ${code(param(i, 'name'))}의 주소 ${code(param(i, 'address'))}은(는) ${code(param(i, 'vpc'))}의 어느 서브넷에도 속하지 않아 도달할 경로가 없습니다. 서브넷: ${code(param(i, 'ranges'))}`,
  'share-outside-cluster': (i) =>
    ko`${where(i)}노드 ${code(param(i, 'name'))}에 할당된 ${cidr(param(i, 'range'))}은(는) 클러스터 ${code(param(i, 'cluster'))}의 Pod 대역에 포함되지 않습니다. 다음 대역의 일부를 할당하세요: ${code(param(i, 'ranges'))}`,
  'pod-outside-cluster': (i) =>
    ko`${where(i)}Pod ${code(param(i, 'name'))}의 주소 ${code(param(i, 'address'))}은(는) 클러스터 ${code(param(i, 'cluster'))}의 Pod 대역 밖에 있습니다. 대역 안의 주소를 주거나 클러스터에 다른 대역을 추가하세요. Pod 대역: ${code(param(i, 'ranges'))}`,
  'pod-outside-share': (i) =>
    ko`${where(i)}Pod ${code(param(i, 'name'))}의 주소 ${code(param(i, 'address'))}은(는) 노드 ${code(param(i, 'node'))}에 할당된 ${code(param(i, 'ranges'))}에 속하지 않습니다. VPC는 이런 주소를 다른 곳으로 보내므로 할당된 대역의 주소를 주세요.`,
  'endpoint-outside-network': (i) =>
    ko`${where(i)}${code(param(i, 'name'))}의 주소 ${code(param(i, 'address'))}은(는) ${code(param(i, 'network'))}의 대역 밖에 있으므로 그곳으로 패킷이 전달되지 않습니다. 대역: ${code(param(i, 'ranges'))}`,
  'service-outside-range': (i) =>
    ko`${where(i)}Service ${code(param(i, 'name'))}의 주소 ${code(param(i, 'address'))}은(는) Service 대역 ${code(param(i, 'ranges'))} 밖에 있습니다. 클러스터는 이런 주소를 할당하지 않습니다.`,
  'nat-covers-nobody': (i) =>
    ko`${where(i)}${code(param(i, 'name'))}이(가) ${cidr(param(i, 'range'))}을(를) 대상으로 하지만 ${code(param(i, 'vpc'))}에는 그런 주소가 없으므로 이 항목은 아무 효과가 없습니다. VPC에 있는 대역을 지정하세요.`,
  'advertises-nobody': (i) =>
    ko`${where(i)}${code(param(i, 'name'))}이(가) 광고하는 ${cidr(param(i, 'range'))}은(는) ${code(param(i, 'vpc'))}에 없는 대역입니다. 그 대역으로 온 패킷은 갈 곳이 없습니다.`,
  'route-cycle': (i) =>
    ko`${where(i)}${cidr(param(i, 'range'))}(으)로 가는 패킷이 순환합니다: ${code(param(i, 'hops'))}. 이 경로 중 하나를 다른 곳으로 향하게 하거나 삭제하세요.`,
  'routes-equal': (i) =>
    ko`${where(i)}${code(param(i, 'name'))}과(와) ${code(param(i, 'other'))}은(는) 모두 우선순위 ${param(i, 'priority')}(으)로 ${cidr(param(i, 'range'))}을(를) 향하므로 연결이 두 경로로 나뉩니다. 하나를 먼저 사용하려면 더 낮은 값을 지정하세요.`,
  'rule-never-asked': (i) =>
    ko`${where(i)}방화벽 규칙 ${code(param(i, 'name'))}은(는) 적용될 일이 없습니다. 우선순위 ${param(i, 'priority')}인 ${code(param(i, 'by'))}이(가) 먼저 검사되어 같은 트래픽을 모두 처리합니다. 더 낮은 값을 지정하거나 삭제하세요.`,
  'expects-no-flow': (i) =>
    ko`${where(i)}${code(param(i, 'name'))}(이)라는 흐름이 없어 이 기대 결과는 충족될 수 없습니다. 있는 흐름의 이름을 적거나 이 줄을 삭제하세요.`,
  'egress-source-tags': (i) =>
    ko`${where(i)}방화벽 규칙 ${code(param(i, 'name'))}은(는) 이그레스 규칙인데 소스 태그를 지정했습니다. Google Cloud에서 소스 태그는 인그레스 규칙에만 쓸 수 있으므로 이 규칙은 만들 수 없습니다. 보내는 머신은 대상 태그로 지정하세요.`,
  'tag-of-nobody': (i) =>
    ko`${where(i)}${code(param(i, 'name'))}에서 지정한 네트워크 태그 ${code(param(i, 'tag'))}이(가) 붙은 대상이 없습니다. 노드나 VM에 태그를 붙이거나 여기에서 고치세요.`,
  'vpc-empty': (i) =>
    ko`VPC ${code(param(i, 'name'))}에 아직 서브넷이 없어 사용할 주소 대역이 없습니다. 서브넷을 추가하세요.`,
  'cluster-empty': (i) =>
    ko`클러스터 ${code(param(i, 'name'))}에 아직 노드가 없어 Pod를 실행할 수 없습니다. 노드를 추가하세요.`,
  'on-prem-empty': (i) =>
    ko`${code(param(i, 'name'))}에 아직 응답할 호스트가 없습니다. 흐름을 보낼 호스트를 추가하세요.`,
}
