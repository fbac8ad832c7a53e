import type { ChainWords } from './chain-words.ts'
import { ko } from './josa.ts'
import { code } from './sentence.ts'

export const chainKo: ChainWords = {
  whyNot: '이 행이 아닌 이유',
  why: '이 행인 이유',
  stopAt: (line, chain) => `${chain} 체인의 ${line}번 규칙에서 멈추기`,
  stopsHere: '재생이 여기서 멈춥니다',
  shadowed: (line) => `일치 불가: ${line}번 규칙에 가려짐`,
  shadowedBy: (line, chain) =>
    ko`이 규칙에 일치할 패킷은 모두 ${code(chain)} 체인의 ${line}번 규칙에서 먼저 처리되므로, 이 규칙은 결코 결정하지 못합니다.`,
  missing: '노드에 없음',
  missingBecause: {
    'not-read-yet': ko`설정에는 있지만 아직 이 노드에 반영되지 않았습니다.`,
    'typed-away': ko`설정에는 있지만 누군가 노드에서 직접 이 규칙을 지웠습니다.`,
    'node-not-replaced': ko`클러스터 설정은 바뀌었지만, 이 노드는 그 전에 만들어져 교체될 때까지 이전 규칙을 유지합니다.`,
    'no-agent': ko`ConfigMap에는 있지만 이를 읽을 에이전트가 실행되고 있지 않습니다.`,
    'wrong-name': ko`매니페스트에는 있지만 이름이나 네임스페이스가 달라 아무도 읽지 않습니다.`,
  },
  missingChain: (chain, rules) => ko`${code(chain)} 체인이 이 노드에 없습니다(${rules})`,
  endedBefore: (line, chain) =>
    ko`패킷은 이 행에 오기 전에 ${code(chain)} 체인의 ${line}번 규칙에서 빠져나갔습니다.`,
  endedByPolicy: ko`이 행에 오기 전에 검사가 끝났습니다.`,
  neverEntered: (chain) => ko`패킷을 ${code(chain)} 체인으로 보낸 규칙이 없습니다.`,
  wouldMatch: '패킷이 여기까지 왔다면 이 규칙에 일치했을 것입니다.',
  wouldNotMatch: '여기까지 왔더라도 일치하지 않았을 것입니다.',
  wouldByChance: (percent) => `패킷이 여기까지 왔다면 ${percent}%의 확률로 일치했을 것입니다.`,
  counted: (packets, bytes) => `${packets} pkt · ${bytes} B`,
  countedSpoken: (packets, bytes) => `카운터: 패킷 ${packets}개, ${bytes}바이트`,
  trying: (rule, of) => `${of}개 중 ${rule}번째 검사 중`,
  into: '규칙 안으로: 다음 규칙',
  backOut: '이전 규칙으로',
  stepping: '규칙별로 진행',
  row: '행',
  atRow: (row, of) => `${of}행 중 ${row}행`,
  stoppedAt: (line, chain) => `${chain} 체인의 ${line}번 규칙에서 멈췄습니다`,
  clearStops: (stops) => (stops === 1 ? '중단점 지우기' : `중단점 ${stops}개 모두 지우기`),
  besideConfig: '규칙과 설정 함께 보기',
  over: '건너뛰기: 다음 홉',
  jumpToResult: '결과로 바로 가기',
  stepsThrough: (rules) => `규칙 ${rules}개 안으로`,
}
