import type { FailedMatch } from '../engine/trace.ts'
import { hexMark, percentOf } from './figures.ts'
import { josa, ko } from './josa.ts'
import type { FailedMatchText, Messages } from './messages.ts'
import { address, cidr, code, type Sentence } from './sentence.ts'

const FIELDS: Readonly<Record<Exclude<FailedMatch['field'], 'extension'>, string>> = {
  source: '출발지',
  destination: '목적지',
  'in-interface': '입력 인터페이스',
  'out-interface': '출력 인터페이스',
  protocol: '프로토콜',
  'source-port': '출발지 포트',
  'destination-port': '목적지 포트',
}

const ORDINALS = ['첫', '두', '세', '네', '다섯', '여섯', '일곱', '여덟']

const part = (index: number, got: string): string =>
  `${ORDINALS[index]} 번째 ${got.includes(':') ? '그룹' : '옥텟'}`

function failedSentence(failed: FailedMatch): Sentence {
  const { wanted, got, negated } = failed
  if (failed.field === 'extension') {
    return negated
      ? ko`${code(failed.module)} 조건은 ${code(wanted)} 이외의 값을 요구하지만 이 패킷은 ${code(got)}입니다.`
      : ko`${code(failed.module)} 조건은 ${code(wanted)}을(를) 요구하지만 이 패킷은 ${code(got)}입니다.`
  }
  if (failed.field === 'source' || failed.field === 'destination') {
    const subject = ko`${FIELDS[failed.field]} ${address(got)}`
    if (negated) return ko`${subject}은(는) 규칙에서 제외한 ${cidr(wanted)}에 속합니다.`
    if (failed.part === null) return ko`${subject}은(는) ${cidr(wanted)}에 속하지 않습니다.`
    return ko`${subject}은(는) ${cidr(wanted)}에 속하지 않습니다. ${part(failed.part, got)}이 다릅니다.`
  }
  const field = FIELDS[failed.field]
  return negated
    ? ko`규칙은 ${code(wanted)} 이외의 ${field}을(를) 요구하지만 이 패킷은 ${code(got)}입니다.`
    : ko`규칙은 ${field} ${code(wanted)}을(를) 요구하지만 이 패킷은 ${code(got)}입니다.`
}

function failedShort(failed: FailedMatch): string {
  if (failed.field === 'extension') return `${failed.module}: ${failed.got}`
  const field = FIELDS[failed.field]
  if (failed.field !== 'source' && failed.field !== 'destination') {
    return `${field}${josa(field, '이(가)')} ${failed.got}`
  }
  if (failed.negated) return `제외된 ${field}`
  return failed.part === null ? `다른 ${field}` : `${part(failed.part, failed.got)}이 다름`
}

export const failedMatchKo: FailedMatchText = { sentence: failedSentence, short: failedShort }

export const stepsKo: Messages['steps'] = {
  entered: (s) => ko`패킷이 ${code(s.chain)} 체인에 들어갑니다.`,
  skipped: (s) => failedSentence(s.failed),
  matched: (s) => ko`${code(s.rule.chain)} 체인의 ${s.rule.line}번 규칙에 일치합니다.`,
  resumed: (s) =>
    ko`${code(s.from)}에서 ${code(s.chain)} 체인으로 돌아와 ${s.line}번 규칙부터 계속합니다.`,
  policy: (s) => ko`${code(s.chain)} 체인이 끝나 기본 정책 ${code(s.policy)}이(가) 적용됩니다.`,
}

export const deedsKo: Messages['deeds'] = {
  counted: () => ko`타깃이 없어 횟수만 셉니다.`,
  jumped: (d) => ko`${code(d.chain)} 체인으로 점프합니다.`,
  went: (d) => ko`${code(d.chain)} 체인으로 이동하며, 이 체인으로는 돌아오지 않습니다.`,
  returned: () => ko`호출한 체인으로 돌아가 검사를 계속합니다.`,
  accepted: () => ko`그대로 허용하며, 이후의 nat 규칙은 검사하지 않습니다.`,
  logged: (d) => ko`로그 ${code(d.prefix)}을(를) 남기고 계속합니다.`,
  marked: (d) =>
    ko`${d.of === 'packet' ? '패킷' : '연결'}의 마크를 ${code(hexMark(d.from))}에서 ${code(hexMark(d.to))}(으)로 바꾸고 계속합니다.`,
  rewrote: (d) => ko`${code(d.target)}이(가) 패킷을 변환하며, 이후의 nat 규칙은 검사하지 않습니다.`,
  bound: (d) =>
    ko`${code(d.target)}에서 검사가 끝나지만, 모든 필드가 이미 변환 결과와 같은 값입니다.`,
  tunnelled: (d) => ko`패킷을 터널을 통해 ${code(d.node)} 노드로 보냅니다.`,
  dropped: (d) => ko`${code(d.text)} 사유로 패킷을 폐기합니다.`,
  undetermined: (d) => ko`${percentOf(d.probability)}%의 확률로 일치합니다.`,
}
