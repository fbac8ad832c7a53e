import { ko } from './josa.ts'
import type { ConfigText } from './messages.ts'
import { param } from './param.ts'
import { cidr, code } from './sentence.ts'

export const configKo: ConfigText = {
  states: {
    absent: ko`적용된 ConfigMap이 없습니다. 에이전트가 실행 중이면 기본 대역을 따릅니다.`,
    accepted: ko`에이전트가 이 ConfigMap을 받아들였습니다.`,
    refused: ko`이 ConfigMap은 거부되었으며, 이전에 기록된 규칙이 그대로 적용됩니다.`,
    unread: ko`ip-masq-agent가 실행되지 않으므로 이 ConfigMap을 읽는 주체가 없습니다.`,
  },
  refusedBy: {
    kubectl: ko`${code('kubectl')}이 매니페스트를 거부합니다:`,
    agent: ko`${code('ip-masq-agent')}가 설정을 거부합니다:`,
    'iptables-restore': ko`${code('iptables-restore')}가 에이전트가 작성한 규칙을 거부합니다:`,
  },
  notes: {
    'key-in-other-case': (n) =>
      ko`${code(param(n, 'key'))}은(는) ${code(param(n, 'name'))}(으)로 받아들여집니다. 에이전트는 대소문자를 구분하지 않습니다.`,
    'unknown-key-ignored': (n) =>
      ko`${code(param(n, 'key'))}은(는) 에이전트가 모르는 키이므로 아무 알림 없이 무시됩니다.`,
    'manifest-inside-value': (n) =>
      ko`값에 매니페스트의 키(${code(param(n, 'keys'))})가 들어 있습니다. 에이전트는 이 키를 알지 못하며, 오류 없이 기본값으로 동작합니다.`,
    'wrong-name': (n) =>
      param(n, 'found') === ''
        ? ko`에이전트가 찾는 ${code(param(n, 'what'))} ${code(param(n, 'expected'))}이(가) 없습니다. 이 ConfigMap을 읽는 주체가 없어 기본값이 적용됩니다.`
        : ko`${code(param(n, 'what'))}이(가) ${code(param(n, 'found'))}이지만 에이전트는 ${code(param(n, 'expected'))}만 읽습니다. 이 ConfigMap을 읽는 주체가 없어 기본값이 적용됩니다.`,
    'wrong-name-beside': (n) =>
      ko`이 ConfigMap은 읽히지 않습니다. ${code(param(n, 'what'))}이(가) ${code(param(n, 'found'))}이고, 에이전트는 함께 적용된 ${code(param(n, 'expected'))}을(를) 계속 읽습니다. 이름을 바꾸어도 이전 ConfigMap은 클러스터에 남습니다.`,
    'list-empty': () =>
      ko`목록이 비어 있으므로 링크-로컬을 제외한 모든 목적지가 매스커레이드됩니다.`,
    'pod-range-not-kept': (n) =>
      ko`Pod 대역 ${cidr(param(n, 'range'))}이(가) 비매스커레이드 대역에 없습니다. Pod 사이의 패킷과 외부에서 Pod로 오는 패킷의 출발지가 노드 주소로 바뀝니다.`,
    'duplicate-range': (n) =>
      ko`${cidr(param(n, 'range'))}이(가) 두 번 나열되어 있으며, 두 번째는 아무것도 바꾸지 않습니다.`,
    'covered-by-earlier-range': (n) =>
      ko`${cidr(param(n, 'range'))}은(는) 이미 ${cidr(param(n, 'by'))}에 속하므로 이 행은 아무것도 바꾸지 않습니다.`,
    'only-first-document-read': () =>
      ko`에이전트는 첫 번째 YAML 문서만 읽으며, ${code('---')} 이후는 무시합니다.`,
  },
}
