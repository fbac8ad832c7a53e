import type { GkeWords } from './codes.ts'

export const words: GkeWords = {
  name: 'GKE Standard',
  about: '기본 SNAT, `ip-masq-agent`, 그 ConfigMap이 노드 주소로 나갈 패킷을 결정합니다.',
  origins: {
    'agent-jump':
      '에이전트의 진입점입니다. 노드 자신으로 향하지 않는 모든 패킷이 에이전트의 체인으로 갑니다.',
    'agent-link-local':
      '`masqLinkLocal`이 false인 동안 에이전트는 링크-로컬 목적지에 대해 출발지를 유지합니다.',
    'agent-default-range':
      '에이전트의 기본 대역입니다. `nonMasqueradeCIDRs`를 지정하면 기본 대역 전체가 대체됩니다.',
    'agent-configured-range': '`nonMasqueradeCIDRs`에 지정된 대역입니다.',
    'agent-configured-range@line': 'ConfigMap {line}행의 `nonMasqueradeCIDRs`에 지정된 대역입니다.',
    'agent-masquerade':
      '에이전트의 마지막 규칙으로, 유지 대상이 아닌 모든 패킷을 매스커레이드합니다.',
    'bootstrap-jump':
      '노드가 시작될 때 기록됩니다. 노드 자신으로 향하지 않는 모든 패킷이 이 체인으로 갑니다.',
    'bootstrap-link-local':
      '노드가 시작될 때 기록되며, 링크-로컬 목적지에 대해 출발지를 유지합니다.',
    'bootstrap-range': '노드가 시작될 때 기록되는 기본 대역이며, ConfigMap으로 바꿀 수 없습니다.',
    'bootstrap-masquerade':
      '노드가 시작될 때 기록되며, 유지 대상이 아닌 모든 패킷을 매스커레이드합니다.',
    'kubelet-masquerade':
      'kubelet이 기록한 규칙입니다. `10.0.0.0/8` 밖의 모든 목적지를 매스커레이드합니다.',
    'windows-cluster':
      '같은 클러스터의 Pod 대역 또는 노드입니다. Windows 노드는 이곳으로 보낼 때 출발지를 유지합니다.',
    'windows-outbound':
      '클러스터를 벗어나는 모든 패킷은 사설 목적지를 포함해 Windows 노드의 주소로 나갑니다.',
  },
  writers: {
    agent: 'ip-masq-agent',
    bootstrap: '노드 시작 스크립트',
    kubelet: 'kubelet',
    several: '노드 시작 스크립트와 ip-masq-agent',
    windows: 'Windows 호스트 네트워크',
    nobody: '없음',
  },
  agentWhy: {
    'auto-pod-range-outside-10':
      'Pod 대역이 10.0.0.0/8에 속하지 않으므로 GKE가 ip-masq-agent를 배포합니다.',
    'auto-network-policy':
      'Dataplane V2 없이 네트워크 정책이 켜져 있으므로 GKE가 ip-masq-agent를 배포합니다.',
    manual: 'ip-masq-agent를 직접 배포했습니다.',
    'absent-flag': '기본 SNAT가 꺼져 있으면 GKE는 ip-masq-agent를 배포하지 않습니다.',
    'absent-not-needed':
      '각 노드가 시작될 때 기록하는 규칙으로 충분하므로 GKE는 ip-masq-agent를 배포하지 않습니다.',
    'daemon-set-in-own-network':
      'ip-masq-agent를 `hostNetwork` 없이 직접 배포했습니다. 자기 Pod의 네트워크에 규칙을 쓰므로 노드에는 아무것도 반영되지 않습니다.',
    'daemon-set-does-not-start':
      'DaemonSet은 적용되었지만 ip-masq-agent가 인수를 거부하여 시작되지 않습니다.',
  },
  notes: {
    'nodes-made-with-default-snat':
      '`--disable-default-snat`는 노드가 교체될 때 반영됩니다. 아직 교체되지 않은 노드: {nodes}.',
    'nodes-made-without-default-snat':
      '기본 SNAT를 다시 켰으며, 노드가 교체될 때 반영됩니다. 아직 교체되지 않은 노드: {nodes}.',
    'agent-in-own-network':
      'DaemonSet에 `hostNetwork: true`가 없습니다. 에이전트가 다른 Pod의 패킷이 지나지 않는 곳에 규칙을 씁니다.',
    'agent-ignores-arguments':
      'v2.0.1까지의 에이전트는 인수를 읽지 않으므로 체인 이름은 항상 `IP-MASQ-AGENT`입니다.',
    'two-chains':
      '여러 체인이 차례로 결정합니다({chains}). 모든 체인이 유지하는 목적지에서만 출발지가 유지됩니다.',
    'jumps-of-several-releases':
      '{chain} 체인으로 가는 점프가 {count}개입니다. 에이전트 릴리스마다 점프의 주석이 달라 업그레이드하면 이전 점프가 남습니다. 체인을 두 번 이상 지나지만 결과는 같습니다.',
  },
  assumptions: {
    'gke-agent-version':
      'GKE는 배포하는 ip-masq-agent의 버전을 밝히지 않으므로 v2.12.6으로 가정합니다.',
    'old-agent-version':
      '1.14.1-gke.14 이전 GKE의 ip-masq-agent는 당시 Kubernetes와 같은 v2.1.1로 가정합니다.',
    'agent-version-unknown':
      '이미지 태그로 ip-masq-agent 릴리스를 알 수 없어 v2.12.6으로 가정합니다.',
    'gke-version-unreadable': 'GKE 버전을 읽을 수 없어 현재 버전으로 가정합니다.',
    'kubelet-rule-link-local':
      'kubelet 규칙은 링크-로컬 목적지도 매스커레이드합니다. 당시 문서에는 모든 버전에서 유지한다고 되어 있습니다.',
    'node-selector-met':
      'DaemonSet에 `nodeSelector`가 있습니다. 모든 Linux 노드에 해당 레이블이 있다고 가정합니다.',
    'daemon-set-replaces-that-of-gke':
      'DaemonSet의 이름이 GKE가 배포한 것과 같아 이를 대체했다고 가정합니다. 이전 에이전트의 규칙은 남습니다.',
    'dataplane-v2-same-rules':
      'Dataplane V2: 문서의 설명에 따라 모든 패킷이 노드의 iptables 규칙을 지난다고 가정합니다.',
    'calico-leaves-nat-alone':
      'GKE의 Calico 네트워크 정책: IP 풀이 없어 NAT 체인이 비어 있다고 가정합니다.',
    'windows-policy-as-rules':
      'Windows 노드에는 iptables가 없습니다. 이 규칙은 클러스터의 Pod와 노드를 제외하는 호스트 네트워크 정책을 나타냅니다.',
    'windows-older-page':
      '이전 문서에 따라 Windows 노드는 매스커레이드하지 않는 것으로 봅니다. 새 문서에는 매스커레이드한다고 되어 있습니다.',
    'made-with-default-snat':
      '이 노드는 기본 SNAT가 켜져 있을 때 만들어졌고 아직 교체되지 않아 플래그가 반영되지 않았습니다.',
    'made-without-default-snat':
      '이 노드는 기본 SNAT가 꺼져 있을 때 만들어졌고 아직 교체되지 않아 자체 규칙이 없습니다.',
  },
  refusedBy: {},
  settings: {
    disableDefaultSnat: {
      label: '기본 SNAT 사용 중지',
      help: '클러스터의 `--disable-default-snat`입니다. 노드가 자체 규칙을 쓰지 않습니다. 노드가 교체될 때 반영되며, 에이전트가 실행되면 효과가 없습니다.',
    },
    masqLinkLocal: {
      label: '링크-로컬 매스커레이드',
      help: '`masqLinkLocal`: `169.254.0.0/16` 목적지에도 노드 주소로 보입니다.',
    },
    ipMasqAgent: {
      label: 'ip-masq-agent',
      help: '`auto`: GKE가 에이전트 배포 여부를 결정합니다. `manual`: 직접 배포했습니다.',
    },
    networkPolicy: {
      label: '네트워크 정책',
      help: '이 기능을 켜고 Dataplane V2를 쓰지 않으면 GKE가 에이전트를 배포합니다.',
    },
    dataplaneV2: {
      label: 'Dataplane V2',
      help: 'Service와 정책은 eBPF에서, 매스커레이드는 그대로 iptables에서 처리합니다.',
    },
    gkeVersion: {
      label: 'GKE 버전',
      help: '1.14.1-gke.14 이전에는 유지되는 목적지가 더 적습니다. 비워 두면 현재 버전입니다.',
    },
    nodeImage: {
      label: '노드 이미지',
      help: '1.14.1-gke.14 이전에만 의미가 있습니다. `cos_containerd`는 RFC 1918을, 다른 이미지는 `10.0.0.0/8`만 유지합니다.',
    },
    windowsNodes: {
      label: 'Windows 노드',
      help: '따를 문서를 고릅니다. 새 문서(`masqueraded`) 또는 이전 문서(`not-masqueraded`).',
    },
    nonMasqueradeCIDRs: {
      label: '유지할 목적지',
      help: '`nonMasqueradeCIDRs`: 이 대역으로 보낼 때 출발지를 유지합니다. 기본 목록 전체를 대체합니다.',
    },
    cidrLimit: {
      label: '대역 개수 제한',
      help: '`cidrLimit`: 이보다 많은 대역은 거부됩니다. v2.9.0부터 지원합니다.',
    },
    masqLinkLocalIPv6: {
      label: 'IPv6 링크-로컬 매스커레이드',
      help: '`masqLinkLocalIPv6`: `--enable-ipv6`가 필요합니다.',
    },
    resyncInterval: {
      label: '재동기화 간격',
      help: '`resyncInterval`: 에이전트가 두 동기화 사이에 기다리는 시간으로, Go 기간 형식입니다.',
    },
    'masq-chain': {
      label: '체인',
      help: '`--masq-chain`: GKE는 노드 자체 규칙의 체인인 `IP-MASQ`를 씁니다. 다른 이름이면 체인이 두 개가 됩니다.',
    },
    'nomasq-all-reserved-ranges': {
      label: '모든 예약 대역',
      help: '`--nomasq-all-reserved-ranges`: 기본 대역이 세 개가 아니라 열한 개가 됩니다.',
    },
    'enable-ipv6': { label: 'IPv6', help: '`--enable-ipv6`: ip6tables에도 같은 규칙을 씁니다.' },
    'random-fully': {
      label: '임의 포트',
      help: '`--random-fully`: 출발지 포트를 항상 새로 고릅니다. v2.11.0부터 지원합니다.',
    },
    'to-ports': {
      label: '출발지 포트',
      help: '`--to-ports`: `1024-29999,32768-65535`와 같은 출발지 포트 범위입니다. v2.12.0부터 지원합니다.',
    },
  },
}
