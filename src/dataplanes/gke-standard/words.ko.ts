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
  },
  writers: {
    agent: 'ip-masq-agent',
    bootstrap: '노드 시작 스크립트',
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
  },
  notes: {},
  assumptions: {},
  refusedBy: {},
  settings: {},
}
