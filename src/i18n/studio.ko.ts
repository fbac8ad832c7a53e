import type { Lost } from '../scenario/studio/edit.ts'
import { josa, ko } from './josa.ts'
import { address, type Chip, listed, type Sentence } from './sentence.ts'
import { fieldsKo } from './studio-fields.ko.ts'
import type { Named, StudioWords } from './studio-words.ts'
import { thingKindsKo } from './thing-kinds.ko.ts'

const one = ({ kind, name }: Named): Sentence => [`${kind} `, name]
const lines = ({ lines: texts }: Named): Sentence =>
  texts.length === 0 ? [] : [' 주소: ', ...listed(texts.map(address), ', '), '.']
const inside = ({ within }: Named, then: string): Sentence =>
  within === null ? [] : [within, then]

/** What stood in what was deleted. */
const withIt = ({ within }: Lost): Sentence => (within === 0 ? [] : [` 및 내부 요소 ${within}개`])
const astray = ({ flows }: Lost): Sentence =>
  flows === 0 ? [] : [` 흐름 ${flows}개의 한쪽 끝이 없어졌습니다.`]

/** Of one thing what there is to say, of several how many they are. */
const told =
  (single: (thing: Named) => Sentence, several: (count: number) => Sentence) =>
  (things: readonly Named[]): Sentence => {
    const [thing] = things
    return thing !== undefined && things.length === 1 ? single(thing) : several(things.length)
  }

export const studioKo: StudioWords = {
  edit: '편집',
  undo: '실행 취소',
  redo: '다시 실행',
  locked: '잠금',
  tools: '그리기',
  board: {
    label: '편집 중인 네트워크 구성도',
    hint: '화살표 키로 요소 사이를 이동합니다. A는 추가, Enter는 속성, C는 연결, Delete는 삭제, 물음표는 단축키 목록입니다.',
  },
  shelf: {
    label: '추가할 요소와 전체 목록',
    add: '추가',
    outline: '개요',
    hide: '목록 숨기기',
    show: '목록 보기',
    addHint: '구성도로 끌어다 놓거나 Enter를 누르면 알맞은 자리에 놓입니다.',
  },
  items: {
    vpc: 'VPC',
    subnet: '서브넷',
    'cloud-nat': 'Cloud NAT',
    interconnect: 'Interconnect',
    vpn: 'VPN',
    peering: 'VPC 피어링',
    psc: 'Private Service Connect',
    vm: 'VM',
    appliance: '어플라이언스',
    cluster: '클러스터',
    node: '노드',
    pod: 'Pod',
    service: 'Service',
    'on-prem': '온프레미스 네트워크',
    firewall: '온프레미스 방화벽',
    'on-prem-host': '온프레미스 호스트',
    'internet-host': '인터넷 호스트',
    metadata: '메타데이터 서버',
    flow: '흐름',
  },
  groups: { cloud: '클라우드', cluster: 'Kubernetes', far: '상대 측', flows: '트래픽' },
  kinds: thingKindsKo,
  connections: {
    attachment: '둘을 잇는 Interconnect',
    peering: 'VPC 피어링',
    home: '이 안으로 이동',
    flow: '여기서 저기로 가는 흐름',
    'service-endpoint': 'Service 뒤의 Pod',
    'cloud-nat': '인터넷으로 가는 Cloud NAT',
    aim: '이 네트워크로 연결',
    coverage: 'Cloud NAT가 포함',
  },
  fields: fieldsKo,
  internet: '인터넷',
  add: '추가…',
  find: '찾기…',
  findHint: '이름이나 주소로 찾기',
  notFound: (text) => `“${text}”에 해당하는 요소가 없습니다.`,
  tidy: '정렬',
  connect: '연결…',
  move: '다른 영역으로 이동…',
  rename: '이름 바꾸기…',
  duplicate: '복제',
  remove: '삭제',
  name: '이름',
  ok: '확인',
  cancel: '취소',
  filter: '입력하여 걸러내기',
  nothingFits: '선택할 수 있는 항목이 없습니다.',
  addTitle: '구성도에 추가',
  connectTitle: (name) => `${name}${josa(name, '과(와)')} 연결할 요소`,
  moveTitle: (name) => `${name}${josa(name, '을(를)')} 옮길 영역`,
  renameTitle: (name) => `${name} 이름 바꾸기`,
  properties: {
    tab: '속성',
    none: '구성도에서 요소를 선택하면 여기에서 내용을 보고 바꿀 수 있습니다.',
    several: (count) => `요소 ${count}개가 선택되었습니다.`,
    actions: '할 수 있는 작업',
    links: '연결된 요소',
    disconnect: (name) => `${name} 연결 끊기`,
  },
  empty: {
    title: '빈 캔버스',
    hint: 'VPC부터 시작하여 클러스터, 노드, Pod를 차례로 놓으세요. 목록에서 끌어다 놓거나 A를 누르면 됩니다.',
  },
  told: {
    added: told(
      (t) => ko`${one(t)}을(를) ${inside(t, '에 ')}추가했습니다.${lines(t)}`,
      (n) => [`요소 ${n}개를 추가했습니다.`],
    ),
    removed: (things, lost) => [
      ...told(
        (t) => ko`${one(t)}${withIt(lost)}을(를) 삭제했습니다.`,
        (n) => ko`요소 ${n}개${withIt(lost)}을(를) 삭제했습니다.`,
      )(things),
      ...astray(lost),
    ],
    copied: told(
      (t) => ko`${one(t)}을(를) 복사했습니다.`,
      (n) => [`요소 ${n}개를 복사했습니다.`],
    ),
    moved: told(
      (t) => ko`${one(t)}을(를) 옮겼습니다.`,
      (n) => [`요소 ${n}개를 옮겼습니다.`],
    ),
    nested: told(
      (t) => ko`${one(t)}을(를) ${inside(t, ' 안으로 ')}옮겼습니다.${lines(t)}`,
      (n) => [`요소 ${n}개를 다른 영역으로 옮겼습니다.`],
    ),
    met: told(
      (t) => [...one(t), ...(t.within === null ? [] : [' (', t.within, ' 안)']), ...lines(t)],
      (n) => [`요소 ${n}개 선택됨`],
    ),
    connected: (from, to) => ko`${one(from)}을(를) ${one(to)}과(와) 연결했습니다.`,
    renamed: (was: Chip, now: Chip) => ko`${was}의 이름이 ${now}(으)로 바뀌었습니다.`,
    tidied: '구성도를 다시 정렬했습니다.',
    locked: '구성도를 잠갔습니다.',
    unlocked: '이제 구성도를 바꿀 수 있습니다.',
    'is-locked': '구성도가 잠겨 있습니다. 바꾸려면 잠금을 푸세요.',
    undone: '실행을 취소했습니다.',
    redone: '다시 실행했습니다.',
    'nothing-to-undo': '취소할 작업이 없습니다.',
    'nothing-to-redo': '다시 실행할 작업이 없습니다.',
  },
}
