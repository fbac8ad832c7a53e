import { ko } from '../josa.ts'
import { address, code, type Sentence } from '../sentence.ts'
import type { TwinWords } from './twin-words.ts'

const withText = (text: string | null): Sentence => (text === null ? [] : ko` (${code(text)})`)

export const twinKo: TwinWords = {
  title: (scenario) => ko`${scenario}: 글로 보기`,
  headings: {
    result: '결과',
    scenario: '시나리오',
    map: '네트워크',
    memory: 'conntrack 항목',
    assumed: '가정',
    fixes: '최소 해결책',
  },
  scenario: (title) => ko`시나리오: ${title}.`,
  system: (name) => ko`시스템: ${name}.`,
  defaultSnat: (cluster, on) =>
    on
      ? ko`${code(cluster)} 클러스터의 기본 SNAT가 켜져 있습니다.`
      : ko`${code(cluster)} 클러스터의 기본 SNAT가 꺼져 있습니다.`,
  manifests: {
    applied: ko`편집기의 설정이 적용되어 있습니다.`,
    draft: ko`편집기의 설정은 초안이며 클러스터에 적용되지 않았습니다.`,
    none: ko`적용된 설정이 없습니다.`,
  },
  sends: (from, packet) => ko`${code(from)}이(가) 보내는 패킷: ${packet}.`,
  existing: ko`클러스터가 마지막으로 변경되기 전에 시작된 흐름입니다.`,
  between: ', ',
  more: (count) => ko`그 외 ${count}개.`,
  external: (external) => ko`외부 주소 ${address(external)}`,
  endedBy: {
    dropped: (place) => ko`폐기한 곳: ${place}.`,
    unanswered: (place) => ko`패킷은 전달되었으나 응답이 유실된 곳: ${place}.`,
    delivered: (place) => ko`전달된 곳: ${place}.`,
    undetermined: (place) => ko`이후를 확정할 수 없는 곳: ${place}.`,
  },
  why: (reason) => ko`여기서 끝나는 이유: ${reason}`,
  firstFailure: (step) => ko`처음으로 실패한 단계: ${step}.`,
  decidedBy: (node, chain, line, text) =>
    ko`${code(node)}에서 결정한 규칙: ${code(chain)} 체인의 ${line}번 규칙${withText(text)}.`,
  noRuleDecided: (node) =>
    ko`${code(node)}에서는 일치하는 규칙 없이 체인의 기본 정책에 따라 결정되었습니다.`,
  sourceWas: (because) => ko`출발지: ${because}`,
  notice: (symptom) => ko`겉으로 보이는 현상: ${symptom}`,
  chance: (percent, summary) => ko`확률 ${percent}%: ${summary}`,
  packet: (packet) => ko`패킷: ${packet}.`,
  verdict: (mood) => ko`판정: ${mood}.`,
  changed: {
    src: (from, to) => ko`출발지가 ${from}에서 ${to}(으)로 바뀝니다.`,
    dst: (from, to) => ko`목적지가 ${from}에서 ${to}(으)로 바뀝니다.`,
    sport: (from, to) => ko`출발지 포트가 ${from}에서 ${to}(으)로 바뀝니다.`,
    dport: (from, to) => ko`목적지 포트가 ${from}에서 ${to}(으)로 바뀝니다.`,
  },
  rule: (chain, line, text) => ko`${code(chain)} 체인의 ${line}번 규칙${withText(text)}: `,
  moreRules: (count) => ko`그 밖의 규칙 ${count}개를 더 확인했으나 일치하지 않았습니다.`,
  check: (name, asks, state) => ko`${name}: ${state}. (${asks})`,
  remembers: (node) => ko`${code(node)}이(가) 이 흐름을 기억합니다.`,
  fix: (number) => ko`해결책 ${number}`,
}
