import type { WordsFor } from '../words.ts'
import type { ProxyCodes } from './codes.ts'

export const words = {
  name: 'kube-proxy',
  about:
    '다른 규칙보다 먼저 Service 연결의 목적지를 변환하고, 같은 길로 돌아와야 하는 연결을 매스커레이드합니다.',
  origins: {
    'kube-proxy-jump': '모든 새 연결은 먼저 kube-proxy의 체인을 지납니다.',
    'kube-proxy-service': 'Service의 주소이며, 그 체인이 엔드포인트를 고릅니다.',
    'kube-proxy-node-ports': 'Service가 모든 노드에서 연 포트입니다.',
    'kube-proxy-off-cluster': '응답이 이 노드를 거쳐 돌아오도록 Pod 대역 밖의 출발지를 표시합니다.',
    'kube-proxy-masquerade-all':
      '`masqueradeAll`이 설정되어 ClusterIP로 가는 모든 연결을 표시합니다.',
    'kube-proxy-external': '클러스터 밖에서 온 연결이며 `externalTrafficPolicy`에 따라 처리합니다.',
    'kube-proxy-balance': 'Service의 엔드포인트 중 하나를 무작위로 고릅니다.',
    'kube-proxy-hairpin':
      '응답이 이 노드를 거쳐 돌아오도록, 자신의 Service를 통해 자신에게 접속하는 Pod를 표시합니다.',
    'kube-proxy-endpoint': '목적지가 엔드포인트로 바뀝니다.',
    'kube-proxy-mark': '매스커레이드를 요청하는 표시입니다.',
    'kube-proxy-unmarked': '표시가 없는 패킷은 kube-proxy가 다루지 않습니다.',
    'kube-proxy-masquerade': 'kube-proxy가 표시한 패킷은 노드의 주소를 받습니다.',
  },
  writers: { 'kube-proxy': 'kube-proxy' },
  agentWhy: {},
  notes: {},
  assumptions: {},
  refusedBy: {},
  settings: {},
} satisfies WordsFor<ProxyCodes>
