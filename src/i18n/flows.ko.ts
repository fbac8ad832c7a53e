import type { FlowsWords } from './flows-words.ts'

export const flowsKo: FlowsWords = {
  title: '흐름',
  columns: {
    flow: '흐름',
    way: '출발지와 목적지',
    age: '연결',
    verdict: '결과',
    seen: '상대가 본 출발지',
  },
  show: (flow) => `구성도에서 ${flow} 보기`,
  fresh: '새 연결',
  existing: '기존 연결',
  apart: '목록에 없음',
  notSent: '보낼 수 없음',
  where: (place, symptom) => `${place}에서 · ${symptom}`,
  symptoms: { 'time-out': '시간 초과', reset: '즉시 거부' },
  empty: '아직 흐름이 없습니다. 흐름은 구성도에 있는 누군가가 보내는 패킷입니다.',
  nobody: '구성도에 아직 보낼 수 있는 대상이 없습니다. 먼저 Pod, 노드 또는 호스트를 배치하세요.',
  chosen: '선택한 흐름',
  name: '이름',
  refused: {
    'bad-name':
      '영문자, 숫자, 하이픈, 점만 63자까지 쓸 수 있으며 양 끝은 영문자나 숫자여야 합니다.',
    'name-taken': '같은 이름의 흐름이 이미 있습니다.',
  },
  acts: {
    add: '새 흐름',
    keep: '목록에 넣기',
    duplicate: '복제',
    reverse: '방향 바꾸기',
    remove: '삭제',
    up: '위로 이동',
    down: '아래로 이동',
  },
  choose: { senders: '보낼 수 있는 대상', destinations: '알려진 목적지' },
  noMatch: {
    senders: '구성도에 그런 이름이 없습니다.',
    destinations: '구성도에 일치하는 것이 없습니다. Enter를 누르면 입력한 곳으로 보냅니다.',
  },
  more: (count) => `${count}개 더 있습니다. 입력하여 범위를 좁히세요.`,
  groups: {
    'on-prem': '온프레미스',
    services: 'Service',
    pods: 'Pod',
    nodes: '노드',
    vpc: 'VPC 내부',
    internet: '인터넷',
    used: '흐름에 쓰인 다른 주소',
  },
}
