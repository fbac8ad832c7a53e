import type { CiliumWords } from './codes.ts'

export const words: CiliumWords = {
  name: 'Cilium',
  about:
    'Pod가 클러스터 밖으로 보내는 패킷을 iptables 또는 장치의 eBPF 프로그램으로 매스커레이드합니다.',
  origins: {
    feeder: 'Cilium의 진입점입니다. 노드에서 나가는 모든 패킷이 먼저 Cilium의 체인으로 갑니다.',
    'node-set':
      '네이티브 라우팅입니다. 집합에 등록된 클러스터의 다른 노드로 갈 때는 출발지를 유지합니다.',
    masquerade:
      '노드의 Pod가 유지 대상이 아닌 대역으로 보내는 패킷을 매스커레이드합니다. 링크-로컬 목적지도 포함됩니다.',
    'masquerade-interfaces':
      '`egress-masquerade-interfaces`가 지정되었습니다. 이 인터페이스로 나가는 것은 노드 자신의 패킷까지 매스커레이드합니다.',
    'route-source':
      '`enable-masquerade-to-route-source`가 켜져 있습니다. 출발지는 경로가 지정한 주소가 됩니다.',
    'proxy-return': 'Cilium 프록시의 응답은 출발지를 유지합니다.',
    'host-to-cluster':
      '터널 모드입니다. 노드 자신이 다른 노드의 Pod로 보내는 패킷은 `cilium_host`의 주소를 갖습니다.',
    'host-loopback': '노드가 루프백 주소로 보내는 패킷은 `cilium_host`의 주소를 갖습니다.',
    hairpin: '목적지가 같은 노드의 Pod로 바뀐 Pod의 패킷은 `cilium_host`의 주소를 갖습니다.',
    'host-low-port':
      'Pod에 할당하는 범위보다 낮은 포트를 쓰는 노드 자신의 패킷입니다. 충돌이 생길 수 없습니다.',
    'host-source':
      '출발지가 이미 장치의 주소입니다. 같은 포트가 Pod에 할당되지 않도록 연결을 기록합니다.',
    reply: '외부에서 시작된 연결에 대한 응답은 출발지를 유지합니다.',
    'egress-gateway': '목적지가 클러스터 밖이므로 이그레스 게이트웨이 정책을 확인합니다.',
    'egress-excluded': '정책의 `excludedCIDRs`에 속하므로 게이트웨이를 거치지 않습니다.',
    'egress-no-gateway': '정책의 대상이지만 `nodeSelector`에 일치하는 노드가 없습니다.',
    'egress-redirect': '정책의 대상입니다. 패킷은 터널을 통해 게이트웨이 노드로 갑니다.',
    'egress-snat': '이 노드가 게이트웨이입니다. 패킷은 이그레스 IP로 나갑니다.',
    'egress-no-address': '이 노드가 게이트웨이이지만 이그레스 IP를 갖고 있지 않습니다.',
    'native-range': '`ipv4-native-routing-cidr`(IPv6는 해당 옵션)에 속하므로 출발지를 유지합니다.',
    'pod-share':
      '네이티브 라우팅 CIDR이 없으므로 노드 자신의 Pod 대역에 대해서만 출발지를 유지합니다.',
    'host-endpoint': '출발지가 Pod가 아니라 노드 자신의 다른 주소입니다.',
    'skip-masquerade': 'Pod의 주소가 매스커레이드하지 않는 풀에서 할당되었습니다.',
    'ip-masq': 'Cilium의 ip-masq-agent 맵에 있으므로 출발지를 유지합니다.',
    'remote-node': '네이티브 라우팅입니다. 클러스터의 다른 노드로 갈 때는 출발지를 유지합니다.',
    'bpf-masquerade':
      '출발지가 이 노드의 Pod이고, 앞의 어느 조건에서도 유지 대상이 되지 않았습니다.',
    'snat-echo': '에코 요청은 변환됩니다. 식별자는 비어 있으면 그대로 유지됩니다.',
    'icmp-reply': '에코 응답은 변환되지 않습니다.',
    'icmp-error': 'ICMP 오류는 대상 연결과 함께 변환됩니다. 단독으로는 그대로 나갑니다.',
    'icmp-unsupported': '그 밖의 ICMP 메시지는 변환할 수 없어 폐기됩니다.',
    'snat-ports':
      '출발지 포트는 NodePort 범위보다 위에 있으면 유지되고, 아니면 그 위의 범위에서 선택됩니다.',
    'snat-sctp': 'SCTP는 포트를 바꾸지 않아도 될 때만 변환됩니다.',
    'other-protocol': '그 밖의 프로토콜은 그대로 나갑니다. 프로그램이 변환할 수 없습니다.',
  },
  writers: { cilium: 'Cilium (iptables)', 'cilium-bpf': 'Cilium (eBPF)', nobody: '없음' },
  agentWhy: {},
  notes: {
    'not-a-bool':
      '`{option}` 값 `{value}`은(는) 불리언이 아니므로 에이전트는 `false`로 간주합니다.',
    'joined-interfaces':
      '`{names}` 전체가 하나의 `-o`에 그대로 들어갑니다. 그런 이름의 인터페이스는 없으므로 아무것도 매스커레이드되지 않습니다.',
    'native-covers-more':
      '`{range}` 대역은 Pod 대역보다 넓습니다. 온프레미스를 포함해 그 안의 상대에게는 Pod 주소가 보입니다.',
    'list-missing':
      '파일에 `nonMasqueradeCIDRs`가 없으므로 Cilium에서는 빈 목록이 됩니다. Kubernetes의 에이전트라면 기본값을 사용합니다.',
    'host-bits-cut':
      '`{written}`은(는) `{range}`이(가) 됩니다. Kubernetes의 에이전트는 거부하지만 Cilium은 호스트 비트를 잘라냅니다.',
    'ignored-key': 'Cilium의 ip-masq-agent는 `{key}` 키를 알지 못합니다.',
    'map-unused': '`enable-ip-masq-agent`가 꺼져 있어 이 내용은 읽히지 않습니다.',
    'policy-unused':
      '`enable-ipv4-egress-gateway`가 꺼져 있어 정책 `{name}`은(는) 동작하지 않습니다.',
    'policy-selects-nothing': '정책 `{name}`은(는) 어떤 Pod도 선택하지 않습니다.',
  },
  assumptions: {
    'hairpin-mark':
      '헤어핀 패킷의 마크 `0xf00`은 코드에서 확인한 값이며 노드에서 확인하지는 않았습니다.',
    'per-packet':
      '프로그램은 패킷마다 판단하므로 변경 사항이 이미 열린 연결에도 적용됩니다. 코드에서 추론한 것이며 관측한 것은 아닙니다.',
    'router-address':
      '`cilium_host`의 주소는 노드의 Pod 대역에서 할당됩니다. 여기서는 첫 번째 주소로 간주합니다.',
    'route-source-hint': '각 경로가 해당 인터페이스의 주소를 출발지로 지정한다고 간주합니다.',
  },
  refusedBy: {
    'cilium-agent': 'Cilium 에이전트가 시작되지 않습니다:',
    'cilium-ip-masq-agent': 'Cilium의 ip-masq-agent가 맵을 그대로 둡니다:',
    'cilium-egress-gateway': 'Cilium이 정책을 무시합니다:',
  },
  settings: {
    'routing-mode': { label: '라우팅', help: '다른 노드의 Pod에 패킷을 전달하는 방법입니다.' },
    'native-range': {
      label: '네이티브 라우팅 CIDR',
      help: 'Pod가 주소를 유지하는 목적지입니다. 대역은 하나만 지정할 수 있습니다.',
    },
    'bpf-masquerade': {
      label: 'eBPF 매스커레이드',
      help: 'iptables 대신 장치의 프로그램이 패킷마다 판단합니다.',
    },
    masquerade4: {
      label: 'IPv4 매스커레이드',
      help: '끄면 Pod는 어디서나 IPv4 주소를 유지합니다.',
    },
    masquerade6: {
      label: 'IPv6 매스커레이드',
      help: '끄면 Pod는 어디서나 IPv6 주소를 유지합니다.',
    },
    devices: {
      label: '장치',
      help: 'eBPF 프로그램이 있는 장치입니다. 비워 두면 모든 네이티브 장치입니다.',
    },
    'egress-interfaces': {
      label: '매스커레이드 인터페이스',
      help: 'iptables에서만 유효합니다. 이 인터페이스로 나가는 모든 것을 매스커레이드합니다.',
    },
    'ip-masq-agent': {
      label: 'ip-masq-agent',
      help: 'eBPF에서만 유효합니다. Cilium이 Kubernetes 에이전트의 ConfigMap을 나름의 방식으로 읽습니다.',
    },
    'kept-ranges': {
      label: '유지할 대역',
      help: '해당 ConfigMap의 목록 `nonMasqueradeCIDRs`입니다.',
    },
    'masq-link-local': {
      label: '링크-로컬 매스커레이드',
      help: '켜면 링크-로컬 목적지에 대해 Pod 주소가 유지되지 않습니다.',
    },
    'remote-node-masquerade': {
      label: '노드 목적지 매스커레이드',
      help: 'eBPF에서 1.19부터 유효합니다. 다른 노드로 갈 때 Pod 주소가 유지되지 않습니다.',
    },
  },
}
