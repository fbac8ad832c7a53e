import type { ManualWords } from './codes.ts'

export const words: ManualWords = {
  origins: {
    'manual-command': '이 노드에서 직접 입력한 규칙입니다.',
    'manual-saved': '이 노드에 복원한 `iptables-save` 텍스트의 규칙입니다.',
  },
  notes: {
    'manual-until-recreated':
      '{node} 노드에서 규칙을 직접 입력했습니다. 업그레이드나 복구로 노드가 다시 생성되면 이 규칙은 사라지고, DaemonSet의 규칙은 다시 기록됩니다.',
    'manual-recreated':
      '{node} 노드가 다시 생성되었습니다. 직접 입력한 규칙은 사라졌고 DaemonSet의 규칙은 다시 기록되었습니다.',
    'manual-not-everywhere':
      '모든 노드에 같은 규칙이 직접 입력된 것은 아닙니다. 규칙이 있는 노드: {node}, 없는 노드: {others}. 같은 패킷이라도 노드에 따라 출발지가 달라질 수 있습니다.',
    'manual-table-replaced':
      '`iptables-save` 텍스트가 {node} 노드의 nat 테이블 전체입니다. 텍스트에 없는 규칙은 사라지며, 에이전트가 다음 주기에 자신의 체인을 다시 기록할 때까지 그대로입니다.',
    'manual-other-tables':
      '{node} 노드의 텍스트에서 {tables} 테이블은 주소를 변환하지 않으므로 읽지 않았습니다.',
    'manual-source-nowhere':
      '{node} 노드의 `{rule}` 규칙은 일치할 수 없습니다. {range} 대역에 속한 주소를 가진 Pod, 노드, 엔드포인트가 없습니다.',
    'manual-destination-nowhere':
      '{node} 노드의 `{rule}` 규칙은 구성도의 어떤 것과도 일치하지 않습니다. {range} 대역에 속한 주소를 가진 Pod, 노드, Service, 엔드포인트가 없습니다.',
  },
}
