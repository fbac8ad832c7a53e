import type { Outcome, Owner, Symptom } from '../engine/trace.ts'
import { placeNamer } from './place-name.ts'
import { address, type Sentence, say } from './sentence.ts'
import type { ShellText } from './shell.en.ts'

const at = placeNamer({ internet: '인터넷', metadata: '메타데이터 서버' })

const OWNERS: Readonly<Record<Owner, string>> = {
  pod: 'Pod',
  node: '노드',
  nat: '공인 주소',
  'link-local': '링크-로컬',
  far: '상대 측',
}

const seen = ({ seenAs }: Outcome): Sentence =>
  say`상대가 본 출발지: ${address(seenAs.address)} (${OWNERS[seenAs.owner]}).`

const SYMPTOMS: Readonly<Record<Symptom, string>> = {
  'time-out': ' 시간이 초과됩니다.',
  reset: ' 즉시 거부됩니다.',
}

const symptom = (outcome: Outcome): string => (outcome.symptom ? SYMPTOMS[outcome.symptom] : '')

export const shellKo: ShellText = {
  emptyCanvas: '빈 캔버스',
  ownScenario: '직접 만든 시나리오',
  properties: '속성',
  summary: {
    delivered: (outcome) => say`전달됨: ${at(outcome.by)}. ${seen(outcome)}`,
    dropped: (outcome) => say`${at(outcome.by)}에서 폐기됨. ${seen(outcome)}${symptom(outcome)}`,
    unanswered: (outcome) =>
      say`전달되었지만 ${at(outcome.by)}에서 응답이 유실됨. ${seen(outcome)}${symptom(outcome)}`,
    undetermined: (outcome) => say`확실하지 않음. ${seen(outcome)}`,
  },
  changedBack: '목적지 복원',
  sourceChangedBack: '출발지 복원',
  destinationChanged: '목적지 변경',
  nothingSent: '아직 보낸 패킷이 없습니다.',
  notSent: '패킷을 보낼 수 없습니다.',
  journey: '경로',
  settings: '설정',
  settingsLabel: '볼 내용',
  pageTrouble: '페이지 자체에 오류가 발생했습니다. 입력한 내용은 보관되어 있습니다.',
  reload: '페이지 다시 불러오기',
  keepLooking: '나중에',
}
