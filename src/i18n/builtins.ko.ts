import type { BuiltinTitles } from './builtins.en.ts'

export const builtinsKo: BuiltinTitles = {
  groups: {
    'gke-standard': 'GKE Standard',
    'gke-autopilot': 'GKE Autopilot',
    calico: 'Calico',
  },
  titles: {
    'private-endpoint-as-is': 'Interconnect 너머의 프라이빗 엔드포인트 · 현재',
    'private-endpoint-to-be': 'Interconnect 너머의 프라이빗 엔드포인트 · 변경 후',
    'default-snat-off': '기본 SNAT 꺼짐, Cloud NAT가 Pod 대역 포함',
    'default-snat-off-uncovered': '기본 SNAT 꺼짐, Cloud NAT는 노드 대역만',
    'masquerade-link-local': '메타데이터 서버, 링크-로컬 매스커레이드',
    'manual-rules-one-node': '한 노드에만 직접 입력한 규칙',
    'autopilot-egress-nat-policy': 'GKE가 만든 이그레스 NAT 정책',
    'autopilot-private-service-connect': '프라이빗 엔드포인트를 위해 줄인 이그레스 NAT 정책',
    'calico-nat-outgoing': 'natOutgoing, 인터넷으로 보내는 ping',
    'calico-disabled-pool': '비활성화한 풀을 예외로 사용',
  },
}
