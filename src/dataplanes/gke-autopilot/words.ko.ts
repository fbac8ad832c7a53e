import type { AutopilotWords } from './codes.ts'

export const words: AutopilotWords = {
  name: 'GKE Autopilot',
  about:
    '`EgressNATPolicy`에 지정된 목적지에는 Pod 주소가 그대로 전달됩니다. GKE가 정책을 `ip-masq-agent`의 ConfigMap으로 변환합니다.',
  origins: {
    'agent-jump':
      '에이전트의 진입점입니다. 노드 자신으로 향하지 않는 모든 패킷이 에이전트의 체인으로 갑니다.',
    'agent-link-local': 'Autopilot은 링크-로컬 목적지에 대해 항상 출발지를 유지합니다.',
    'agent-default-range':
      '에이전트 자체의 기본 대역입니다. 이 클러스터에는 이를 대체할 정책이 없습니다.',
    'agent-masquerade':
      '에이전트의 마지막 규칙으로, 어떤 정책에도 없는 목적지의 패킷을 모두 매스커레이드합니다.',
    'default-policy': 'GKE가 만든 `default` 정책의 목적지입니다.',
    'own-policy': '`EgressNATPolicy`에 지정된 목적지입니다.',
    'own-policy@line': '매니페스트 {line}행의 `EgressNATPolicy`에 지정된 목적지입니다.',
    'managed-policy': 'GKE 관리 정책에 들어 있는 클러스터 자체의 대역입니다.',
  },
  writers: { agent: 'ip-masq-agent' },
  agentWhy: { always: 'GKE는 Autopilot에 항상 ip-masq-agent를 배포합니다.' },
  notes: {
    'managed-fixed':
      '`{name}` 정책은 GKE가 관리하므로 수정할 수 없습니다. 여기에 무엇을 적어도 {ranges} 대역이 유지됩니다.',
    described:
      '매니페스트가 아니라 `kubectl describe`가 출력한 `{name}` 정책입니다. 매니페스트로 읽었지만 `kubectl apply`는 이 텍스트를 거부합니다.',
    mendable:
      '옮겨 적는 과정에서 콜론이나 대시가 손상된 텍스트입니다. 매니페스트로 고칠 수 있습니다.',
    'default-not-in-text':
      '여기에는 `default` 정책이 없습니다. GKE가 만든 정책이 그대로 있으며 11개 대역을 유지합니다.',
    'default-empty':
      '`{name}` 정책에 목적지가 없습니다. 링크-로컬과 클러스터 자체의 대역에만 Pod 주소가 전달됩니다.',
    'policy-empty': '`{name}` 정책에 목적지가 없어 아무것도 달라지지 않습니다.',
    'foreign-action':
      'Autopilot에서 쓸 수 있는 동작은 `NoSNAT`뿐입니다. `{name}` 동작은 다른 제품의 것이거나 존재하지 않습니다. 정책에 없는 목적지는 원래 매스커레이드됩니다.',
    'foreign-field':
      'Autopilot의 정책에는 `{name}` 필드가 없으며, Pod나 주소를 고를 수 없습니다. 이런 필드는 Google Distributed Cloud의 이그레스 NAT 게이트웨이나 Cilium에 있습니다.',
    'other-product':
      '`{found}` 리소스는 다른 제품의 것입니다. Autopilot은 `EgressNATPolicy`만 읽습니다.',
    'config-map-overwritten':
      'Autopilot에서는 GKE가 `ip-masq-agent` ConfigMap을 직접 작성합니다. 여기에 적은 내용은 `masqLinkLocal`을 포함해 효과가 없습니다.',
    'flag-ignored':
      'Autopilot에서는 에이전트가 항상 실행되므로 `--disable-default-snat` 플래그는 효과가 없습니다.',
    'cluster-too-old':
      '이 버전에는 `EgressNATPolicy`가 없습니다. 1.22.7-gke.1500과 1.23.4-gke.1600부터 쓸 수 있으며, 에이전트는 기본값으로 동작합니다.',
  },
  assumptions: {
    'server-words':
      '`EgressNATPolicy`의 정의는 공개되지 않았습니다. 서버 오류는 Kubernetes의 일반적인 형식을 따랐으며, 정확한 문구는 확인되지 않았습니다.',
    'union-of-policies':
      '모든 정책이 합쳐진다고 가정합니다. Google 문서에 따르면 기본 정책과 관리 정책이 함께 적용됩니다.',
    'default-stays':
      '`default` 정책을 삭제할 수 있는지, 다시 만들어지는지는 문서에 없습니다. 여기서는 GKE가 만든 그대로 남는다고 가정합니다.',
    'limits-of-the-agent':
      '대역은 에이전트만 검사한다고 가정합니다. 실제로는 서버가 먼저 거부할 수 있습니다.',
    'services-by-kube-proxy':
      'Autopilot은 eBPF로 Service를 변환하는 Dataplane V2를 사용합니다. 여기서는 같은 백엔드를 고르는 kube-proxy의 규칙으로 대신합니다.',
    'config-map-shape':
      'Google 문서에는 목적지가 `nonMasqueradeCIDRs`로 변환된다고만 되어 있습니다. 순서와 ConfigMap의 다른 키는 가정한 것이며, 판정에는 영향을 주지 않습니다.',
  },
  refusedBy: { 'api-server': 'Kubernetes API 서버가 정책을 거부합니다.' },
  settings: {
    destinations: {
      label: '`default` 정책의 목적지',
      help: 'Pod 주소가 그대로 전달되는 대역입니다. 그 밖의 목적지에는 노드 주소가 전달됩니다.',
    },
  },
}
