import type { WordsFor } from '../words.ts'
import type { PolicyCodes } from './codes.ts'

export const words = {
  name: 'NetworkPolicy',
  about: '노드가 보는 주소를 기준으로, 지정한 상대와만 Pod가 주고받게 합니다.',
  origins: {},
  writers: {},
  agentWhy: {},
  notes: {
    'network-policy-not-enforced':
      '이 클러스터에는 {names}을(를) 적용하는 구성 요소가 없습니다. 네트워크 정책 적용 또는 Dataplane V2가 켜져 있어야 합니다.',
    'network-policy-named-port':
      '{name}에서 포트를 이름으로 지정했지만 이 시나리오에는 그 정보가 없으므로 해당 항목으로는 아무것도 허용되지 않습니다.',
    'network-policy-refused': 'API 서버가 NetworkPolicy {name}을(를) 거부합니다. {message}',
  },
  assumptions: {},
  refusedBy: {},
  settings: {},
} satisfies WordsFor<PolicyCodes>
