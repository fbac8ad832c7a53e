import type { CalicoWords } from './codes.ts'

export const words: CalicoWords = {
  name: 'Calico',
  about:
    '`natOutgoing`이 켜진 `IPPool`에서 어느 풀에도 속하지 않는 주소로 나가는 패킷은 노드 주소를 사용합니다.',
  origins: {
    entry: 'Felix가 이 훅에 둔 진입점입니다. 모든 패킷이 Calico의 체인으로 갑니다.',
    'floating-ips': '플로팅 IP를 위한 자리이며, 여기서는 사용되지 않습니다.',
    'to-nat-outgoing': '`natOutgoing` 규칙이 있는 체인으로 갑니다.',
    'nat-outgoing':
      '`natOutgoing`이 켜진 풀에서 어느 풀에도 속하지 않는 주소로 가는 패킷을 매스커레이드합니다.',
    'nat-outgoing@line':
      '`natOutgoing`이 켜진 풀({line}행)에서 어느 풀에도 속하지 않는 주소로 가는 패킷을 매스커레이드합니다.',
    'nat-address': '노드 주소 대신 `natOutgoingAddress`의 주소를 사용합니다.',
    'nat-address@line': '노드 주소 대신 {line}행의 `natOutgoingAddress` 주소를 사용합니다.',
    'nat-ports': '포트를 `natPortRange`에서 고릅니다. TCP와 UDP에만 적용됩니다.',
    'nat-ports@line': '포트를 {line}행의 `natPortRange`에서 고릅니다. TCP와 UDP에만 적용됩니다.',
    'nat-ports-done': '이 프로토콜의 패킷이 포트 지정이 없는 규칙으로 넘어가지 않게 합니다.',
    'tunnel-source': '노드가 자신의 다른 주소로 터널에 패킷을 보내면 터널의 주소로 바꿉니다.',
    'tunnel-source-udp': 'UDP에 대한 같은 규칙으로, 출발지 포트가 VXLAN 포트와 겹치지 않게 합니다.',
    'bpf-loopback':
      'Pod가 Service를 거쳐 자기 자신에게 보낸 패킷으로, eBPF 프로그램이 표시해 둔 것입니다.',
    'bpf-entry':
      'Pod 인터페이스의 eBPF 프로그램으로 들어가는 길을 나타냅니다. 노드의 `iptables`에는 보이지 않습니다.',
    'bpf-program':
      'NAT가 필요한 패킷에 마크를 다는 eBPF 프로그램을 나타냅니다. 노드의 `iptables`에는 보이지 않습니다.',
    'bpf-nat-outgoing': 'eBPF 프로그램이 NAT 대상으로 표시한 패킷을 매스커레이드합니다.',
    'bpf-nat-outgoing@line':
      '{line}행의 `natOutgoing`에 따라 eBPF 프로그램이 NAT 대상으로 표시한 패킷을 매스커레이드합니다.',
  },
  writers: { felix: 'Felix', 'felix-bpf': 'Felix(eBPF 모드)', nobody: '없음' },
  agentWhy: {},
  notes: {
    'pool-covers-network':
      '풀 `{pool}`({range})에는 Pod의 것이 아닌 `{network}`의 주소가 들어 있습니다. 그 주소로 가는 패킷은 Pod 주소를 유지합니다.',
    'no-pool-nat-outgoing':
      '`natOutgoing`이 켜진 풀이 없습니다. `cali-nat-outgoing`이 비어 있으며 모든 Pod가 자기 주소를 유지합니다.',
    'nat-outgoing-omitted':
      '풀 `{pool}`에 `natOutgoing`이 없으면 false로 처리됩니다. true가 기본인 것은 Calico가 스스로 만드는 풀뿐입니다.',
    'disabled-pool-excludes':
      '풀 `{pool}`은(는) 더 이상 Pod에 주소를 할당하지 않습니다. 그래도 {range}(으)로 가는 패킷은 출발지를 유지합니다.',
    'pools-overlap':
      '풀 `{pool}`({range})의 대역이 `{other}` 풀과 겹칩니다. API 서버는 이를 확인하지 않으며, Calico는 이 풀에서 주소를 할당하지 않습니다.',
    'load-balancer-pool-excludes':
      '풀 `{pool}`({range})의 용도는 로드 밸런서뿐입니다. 이 버전에서는 그곳으로 가는 패킷이 출발지를 유지하지만, v3.31.6과 v3.32.1부터는 노드 주소를 사용합니다.',
    'pod-outside-pools':
      'Pod `{pod}`의 주소가 어느 풀에도 속하지 않아 Calico가 그 패킷을 그대로 둡니다.',
    'exclusions-too-new':
      '`natOutgoingExclusions`는 v3.31에서 추가되었으며 {version}에서는 지원되지 않습니다.',
    'default-pool-made':
      '적용된 `IPPool`이 없으므로 calico-node가 시작하면서 `{pool}` 풀을 {range} 대역으로 만듭니다.',
    'version-unknown': '`{text}`은(는) Calico 버전이 아니므로, 알려진 가장 최신 버전을 사용합니다.',
  },
  assumptions: {
    'tunnel-not-drawn':
      '서로 다른 노드의 Pod 사이에서는 Calico가 패킷을 터널로 감쌀 수 있습니다. 여기서는 감싸지 않은 채로 보여 주며, 상대 Pod가 보는 출발지는 같습니다.',
    'bpf-program-as-rule':
      'Pod 인터페이스의 eBPF 프로그램을 마크를 다는 규칙으로 나타냅니다. 프로그램의 경로 정보는 IP 집합과 같은 내용입니다. 프로그램이 함께 변환하는 Service는 kube-proxy의 체인으로 보여 줍니다.',
    'nftables-as-iptables':
      'nftables 모드에서도 규칙의 판단은 같으며, `iptables`가 출력하는 형태로 보여 줍니다.',
    'nat-address-not-for-ipv6':
      '`natOutgoingAddress`가 설정되었을 때 Felix가 IPv6 풀을 어떻게 처리하는지는 확인하지 못했습니다. 여기서는 매스커레이드합니다.',
    'windows-not-modelled': 'Windows 노드에서의 Calico 동작은 다루지 않습니다.',
  },
  refusedBy: {
    calicoctl: '`calicoctl`이 매니페스트를 거부합니다:',
    kubectl: '`kubectl`이 매니페스트를 거부합니다:',
    calico: 'Calico가 매니페스트를 사용할 수 없습니다:',
  },
  settings: {
    natOutgoing: {
      label: '나가는 패킷의 NAT',
      help: '이 풀에서 어느 풀에도 속하지 않는 주소로 가는 패킷이 노드 주소를 사용합니다.',
    },
    disabled: {
      label: '풀 비활성화',
      help: 'Pod에 더 이상 주소를 할당하지 않습니다. 출발지를 유지하는 목적지로는 계속 남습니다.',
    },
    cidr: { label: '풀의 대역', help: '풀이 만들어진 뒤에는 Calico가 변경을 허용하지 않습니다.' },
    natOutgoingExclusions: {
      label: 'NAT 제외 목적지',
      help: '`IPPoolsAndHostIPs`는 풀의 주소에 모든 노드의 주소를 더합니다. v3.31부터 사용할 수 있습니다.',
    },
    natOutgoingAddress: {
      label: 'NAT 주소',
      help: '인터페이스 주소 대신 모든 풀에 사용할 IPv4 주소 하나입니다.',
    },
    natPortRange: { label: 'NAT 포트', help: '`n` 또는 `n:m` 형식이며 TCP와 UDP에 적용됩니다.' },
    iptablesNATOutgoingInterfaceFilter: {
      label: '나가는 인터페이스 제한',
      help: '이름, 또는 `eth+`처럼 앞부분 뒤에 `+`를 붙입니다.',
    },
    chainInsertMode: {
      label: '훅에서의 위치',
      help: '다른 규칙의 앞 또는 뒤입니다. POSTROUTING에서는 eBPF 모드와 v3.28.1까지만 적용됩니다.',
    },
    bpfEnabled: {
      label: 'eBPF 모드',
      help: 'Pod 인터페이스의 프로그램이 판단하고 iptables가 그 마크를 따릅니다.',
    },
    calicoVersion: { label: 'Calico 버전', help: '`ClusterInformation`에 기록된 버전입니다.' },
  },
}
