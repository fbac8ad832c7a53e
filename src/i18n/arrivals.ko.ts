import type { Check, FirewallRequest, RequestLine } from '../scenario/arrivals/arrival.ts'
import { type ArrivalsWords, checkText, destinationText, serviceText } from './arrivals-words.ts'

const because = {
  'any-node': '서브넷의 모든 노드',
  'any-pod': '대역의 모든 Pod',
  'nat-addresses': 'Cloud NAT의 모든 주소',
  alone: '이 주소만',
} as const

const allowed: ArrivalsWords['allowed'] = ({ state, by }) => {
  if (state === 'no') return '차단'
  if (state === 'nobody-asks') return '검사하는 방화벽 없음'
  return by.length === 0 ? '허용' : `허용(${by.join(', ')})`
}

export const arrivalsKo: ArrivalsWords = {
  title: '상대 방화벽에서 허용해야 하는 것',
  about:
    '시나리오에서 밖으로 나가는 모든 흐름에 대해 상대 측에 실제로 보이는 출발지와, 같은 종류의 모든 송신자를 확실히 포함하는 가장 작은 대역을 보여 줍니다.',
  close: '닫기',
  searching: '모든 흐름을 읽는 중…',
  none: '이 시나리오에는 다른 네트워크로 나가는 흐름이 없습니다.',
  columns: {
    flow: '흐름',
    far: '상대 측',
    source: '보이는 출발지',
    ranges: '허용할 대역',
    destination: '목적지',
    service: '포트',
    allowed: '현재 상태',
  },
  because,
  allowed,
  missing: '다음 흐름은 상대 측에 도달하기 전에 끝납니다.',
  copyAs: (format) => `${format} 형식으로 복사`,
  copied: '복사했습니다.',
  notCopied: '이 페이지에서 클립보드를 사용할 수 없습니다. 텍스트를 선택하여 복사하세요.',
  requests: '방화벽 담당자에게 보낼 신청서',
  chooseFar: '상대 측',
  farName: ({ name, firewall }) =>
    firewall === null || firewall === name ? name : `${name} (${firewall})`,
  copyRequest: '한국어 신청서 복사',
  requestLabel: '한국어 신청서',
  request,
}

function request({ far, clusters, lines, checks }: FirewallRequest): string {
  const firewall = far.firewall === null ? '' : `(방화벽: ${far.firewall})`
  const from = clusters.join(', ')
  return [
    `제목: 방화벽 정책 변경 신청 - ${from} → ${far.name}`,
    '',
    '수신: [보안 담당 부서]',
    '신청자: [성명, 소속, 이메일, 전화번호]',
    '',
    '1. 신청 목적',
    `   Kubernetes 클러스터 ${from}에서 ${far.name}${firewall} 구간으로의 아래 통신에 대해 허용을 신청드립니다.`,
    '   [업무 목적, 시스템명, 관련 문서 번호]',
    '',
    '2. 신청 정책',
    ...lines.flatMap(lineText),
    '   연결은 당사 쪽에서만 시작하며, 상태 기반 방화벽에서는 응답에 대한 별도 정책이 필요하지 않습니다.',
    '',
    '3. 적용 기간',
    '   [시작일] ~ [종료일 또는 상시]',
    '',
    '4. 확인 방법',
    '   현재 구성에서 아래 명령은 다음과 같이 출력됩니다.',
    '',
    ...checks.map((check) => `   (${CHECKS[check.code]})\n${indented(check)}\n`),
    '정책 적용 후 같은 명령으로 결과를 확인하여 회신드리겠습니다.',
    '문의: [성명, 전화번호]',
    '',
  ].join('\n')
}

function lineText(line: RequestLine, i: number): readonly string[] {
  return [
    `   정책 ${i + 1}`,
    `     출발지: ${line.ranges.join(', ')} (${because[line.because]}, 현재 확인된 주소: ${line.sources.join(', ')})`,
    `     목적지: ${destinationText(line.destination)}`,
    `     프로토콜/포트: ${serviceText(line)}`,
    '     방향: 당사 클러스터 → 온프레미스 네트워크(단방향)',
    `     현재 상태: ${TODAY[line.allowed.state]}`,
  ]
}

const TODAY = {
  yes: '허용됨(유지 요청)',
  no: '차단됨(신규 허용 요청)',
  'nobody-asks': '당사에서 확인 불가(확인 요청)',
} as const

const CHECKS: Readonly<Record<Check['code'], string>> = {
  connect: '연결 확인',
  capture: '노드에서 나가는 패킷',
  'nat-rule': '출발지 주소를 결정하는 규칙',
  conntrack: '노드의 연결 추적 항목',
}

const indented = (check: Check): string => checkText(check, '(출력 없음)').replaceAll(/^/gm, '   ')
