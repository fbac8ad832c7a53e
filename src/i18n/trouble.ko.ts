import { editIssuesKo } from './edit-trouble.ko.ts'
import { secondsOf } from './figures.ts'
import { ko } from './josa.ts'
import type { Messages } from './messages.ts'
import { param } from './param.ts'
import { cidr, code, type Sentence } from './sentence.ts'
import { warningsKo } from './warnings.ko.ts'
import { where } from './where.ts'
import { wrongValueKo } from './wrong-value.ko.ts'

export const issuesKo: Messages['issues'] = {
  ...warningsKo,
  'not-yaml': (i) => ko`YAML 형식이 아닙니다: ${code(param(i, 'message'))}`,
  'not-a-scenario': (i) =>
    param(i, 'found') === '0'
      ? ko`이 텍스트에는 ${code('kind: Scenario')} 문서가 없습니다.`
      : ko`${code('kind: Scenario')} 문서는 하나여야 하지만 이 텍스트에는 ${param(i, 'found')}개가 있습니다.`,
  'unknown-field': (i) => ko`${code(i.path)}은(는) 시나리오에 없는 필드입니다.`,
  'wrong-value': wrongValueKo,
  'text-too-long': (i) =>
    ko`${where(i)}텍스트가 너무 깁니다. 최대 ${param(i, 'most')}자까지 입력할 수 있습니다.`,
  'missing-field': (i) => ko`${code(i.path)} 필드가 없습니다.`,
  'bad-address': (i) => ko`${where(i)}${code(param(i, 'text'))}은(는) IP 주소가 아닙니다.`,
  'bad-range': (i) =>
    param(i, 'aligned') === ''
      ? ko`${where(i)}${code(param(i, 'text'))}은(는) ${cidr('10.0.0.0/8')}과 같은 대역이 아닙니다.`
      : ko`${where(i)}${code(param(i, 'text'))}은(는) 이 크기의 대역이 시작하는 주소가 아닙니다. 올바른 대역은 ${cidr(param(i, 'aligned'))}입니다.`,
  'unknown-name': (i) =>
    param(i, 'known') === ''
      ? ko`${where(i)}${code(param(i, 'name'))}(이)라는 이름은 없습니다.`
      : ko`${where(i)}${code(param(i, 'name'))}(이)라는 이름은 없습니다. 있는 이름: ${code(param(i, 'known'))}`,
  'duplicate-name': (i) => ko`${where(i)}${code(param(i, 'name'))}이(가) 두 번 사용되었습니다.`,
  'destination-empty': () =>
    ko`목적지를 입력하세요. IP 주소 또는 엔드포인트 이름을 쓸 수 있습니다.`,
  'destination-not-an-address': (i) =>
    ko`${code(param(i, 'text'))}은(는) IP 주소도 아니고 구성도에 있는 이름도 아닙니다.`,
  'destination-other-family': (i) =>
    ko`목적지는 IPv${param(i, 'family')}이지만 ${code(param(i, 'name'))}에는 IPv${param(i, 'family')} 주소가 없습니다.`,
  'destination-itself': (i) =>
    ko`${code(param(i, 'text'))}은(는) ${code(param(i, 'name'))} 자신입니다. 이런 패킷은 Pod 밖으로 나가지 않으므로 노드의 규칙을 거치지 않습니다.`,
  'destination-many': (i) =>
    ko`${code(param(i, 'text'))}은(는) 멀티캐스트 또는 브로드캐스트 주소입니다. 호스트 하나의 주소를 입력하세요.`,
  'bad-port': (i) =>
    ko`${code(param(i, 'port'))}은(는) 포트가 아닙니다. 포트는 1부터 65535까지의 정수입니다.`,
  'sender-empty': () => ko`보내는 쪽을 선택하세요. Pod, 노드 또는 호스트를 선택할 수 있습니다.`,
  'sender-loose': (i) =>
    ko`${code(param(i, 'at'))} 항목을 고치기 전에는 ${code(param(i, 'name'))}에서 아무것도 보낼 수 없습니다.`,
  'destination-loose': (i) =>
    ko`${code(param(i, 'at'))} 항목을 고치기 전에는 아무것도 ${code(param(i, 'name'))}에 도달할 수 없습니다.`,
  'unknown-sender': (i) => ko`${code(param(i, 'name'))}(이)라는 Pod, 노드 또는 호스트가 없습니다.`,
  'source-address-elsewhere': (i) =>
    param(i, 'known') === ''
      ? ko`${code(param(i, 'text'))}은(는) ${code(param(i, 'name'))}의 주소가 아니므로 그곳의 프로세스가 바인드할 수 없습니다.`
      : ko`${code(param(i, 'text'))}은(는) ${code(param(i, 'name'))}의 주소가 아니므로 그곳의 프로세스가 바인드할 수 없습니다. 가진 주소는 ${code(param(i, 'known'))}뿐입니다.`,
  'bad-icmp-type': (i) =>
    ko`${code(param(i, 'value'))}은(는) ICMP 유형이 아닙니다. 유형은 0부터 255까지의 정수입니다.`,
  'too-large': () => ko`텍스트가 너무 커서 여기서 읽을 수 없습니다.`,
  'too-deep': (i) =>
    ko`${String(i.line ?? 1)}행부터 값이 ${param(i, 'limit')}단계보다 깊이 중첩되어 있어 여기서 읽을 수 없습니다.`,
  'manual-rule-refused': (i) =>
    ko`${where(i)}${String(i.line ?? 1)}행을 노드가 거부합니다: ${code(param(i, 'message'))}`,
  'manual-rule-unknown': (i) =>
    ko`${where(i)}${String(i.line ?? 1)}행은 제외했습니다. ${code(param(i, 'message'))}은(는) 노드의 도구에서 쓸 수 있더라도 여기서는 지원하지 않습니다.`,
  'manifests-refused': (i) =>
    ko`${where(i)}클러스터가 이 매니페스트를 거부했습니다. ${code(param(i, 'message'))}`,
  ...editIssuesKo,
}

const KEPT = '입력한 내용은 그대로 남아 있습니다.'

export const faultsKo: Messages['faults'] = {
  'engine-threw': (f) =>
    ko`엔진이 이 입력을 처리하지 못했습니다. 입력이 아니라 이 페이지의 결함입니다. ${KEPT} ${code(f.message)}`,
  'engine-stuck': (f) =>
    ko`엔진이 ${secondsOf(f.afterMs)}초 동안 응답하지 않아 다시 시작했습니다. ${KEPT}`,
  'engine-gone': () => ko`엔진이 중단되었으며, 다음 변경 때 다시 시작합니다. ${KEPT}`,
}

const OWN_WORK: Sentence = ['작업 중인 내용은 그대로 있습니다.']

export const linkIssuesKo: Messages['linkIssues'] = {
  'newer-version': (i) =>
    ko`이 페이지보다 새로운 버전에서 만든 링크입니다(링크 버전 ${i.version}, 현재 ${i.known}). 페이지를 새로 고친 뒤 다시 여세요. ${OWN_WORK}`,
  cut: () => ko`링크의 끝부분이 없습니다. 줄바꿈 없이 전체를 복사하세요. ${OWN_WORK}`,
  'double-encoded': () => ko`링크가 전달 과정에서 이중으로 인코딩되었지만 읽을 수 있었습니다.`,
  unreadable: () =>
    ko`링크를 읽을 수 없습니다. 이 페이지의 링크가 아니거나 내용이 변경되었습니다. ${OWN_WORK}`,
  'too-large': (i) =>
    ko`압축을 풀면 ${Math.round(i.limit / 1024)} KiB를 넘는 링크이므로 열지 않았습니다. ${OWN_WORK}`,
  invalid: (i) =>
    i.salvaged
      ? ko`링크의 ${code(i.path)} 값이 올바르지 않아 제외하고 나머지를 열었습니다.`
      : ko`링크의 ${code(i.path)} 값이 올바르지 않아 열지 않았습니다. ${OWN_WORK}`,
}
