import type { AwsWords } from './codes.ts'

export const words: AwsWords = {
  name: 'AWS VPC CNI',
  about: 'VPC를 벗어나는 모든 패킷은 제외 대역이 아닌 한 기본 ENI의 기본 주소로 나갑니다.',
  origins: {
    'aws-jump': 'CNI의 진입점입니다. 노드를 나가는 모든 패킷이 이 체인으로 갑니다.',
    'aws-vpc-range':
      'VPC 자체의 대역입니다. 이 안에서는 Pod 주소가 라우팅되므로 출발지를 유지합니다.',
    'aws-excluded-range': '`AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS`에 지정된 대역입니다.',
    'aws-excluded-range@line':
      '{line}행의 `AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS`에 지정된 대역입니다.',
    'aws-snat':
      '유지 대상이 아닌 모든 패킷은 어느 인터페이스로 나가든 기본 ENI의 기본 주소로 바뀝니다.',
    'aws-outbound': 'Pod가 시작한 새 흐름에 기본 ENI로 보내는 마크가 필요한지 확인합니다.',
    'aws-unmarked-range': '이 대역으로 가는 흐름은 출발지를 유지하므로 마크가 필요 없습니다.',
    'aws-connmark': '변환될 흐름에 마크를 지정하여 기본 ENI로 나가게 합니다.',
    'aws-restore-mark': '이어지는 라우팅을 위해 흐름의 마크를 패킷에 복사합니다.',
  },
  writers: { 'aws-node': 'aws-node' },
  agentWhy: {},
  notes: {
    'aws-not-a-range': '`{variable}`의 `{text}`: CIDR이 아니므로 CNI가 로그를 남기고 건너뜁니다.',
    'aws-ipv6-range': '`{variable}`의 `{text}`: IPv6 대역이므로 CNI가 로그를 남기고 건너뜁니다.',
    'aws-not-a-bool':
      '`{text}`: Go의 불리언 값이 아니므로 `{variable}` 설정은 기본값 `{fallback}` 그대로입니다.',
    'aws-unknown-random':
      '`{text}`: `{variable}`에 없는 값이므로 CNI가 로그를 남기고 `{fallback}` 값을 사용합니다.',
    'aws-bad-connmark': '`{text}`: 마크로 쓸 수 없으므로 CNI가 `{fallback}` 값을 사용합니다.',
    'aws-range-normalised': '`{text}`의 호스트 비트를 지우고 {range} 대역으로 읽습니다.',
    'aws-exclusions-unused': '외부 SNAT에서는 규칙을 쓰지 않으므로 제외 대역은 효과가 없습니다.',
    'aws-wrong-name':
      'CNI의 DaemonSet과 컨테이너 이름은 `aws-node`입니다. 이름이 `{found}`인 이 리소스의 변수는 아무도 읽지 않습니다.',
  },
  assumptions: {
    'aws-vpc-ranges':
      '서브넷의 대역을 VPC의 CIDR 블록으로 간주합니다. 실제 CNI는 인스턴스 메타데이터에 묻습니다.',
  },
  refusedBy: {},
  settings: {
    externalSnat: {
      label: '외부 SNAT',
      help: '노드 밖의 NAT 게이트웨이가 변환합니다. CNI는 SNAT 규칙을 쓰지 않고 Pod는 자기 주소로 나갑니다.',
    },
    excludeSnatCidrs: {
      label: '제외 대역',
      help: 'VPC 대역 외에 Pod가 자기 주소를 유지할 IPv4 대역을 쉼표로 구분하여 지정합니다.',
    },
    randomizeSnat: {
      label: '포트 선택',
      help: '`prng`: 모든 출발지 포트를 무작위로, `hashrandom`: 해시로 고르며, `none`: 비어 있는 동안 유지합니다.',
    },
  },
}
