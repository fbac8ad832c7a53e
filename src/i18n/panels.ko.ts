import { builtinsKo } from './builtins.ko.ts'
import { ko } from './josa.ts'
import type { PanelText } from './panels.en.ts'
import { address, cidr, code } from './sentence.ts'
import { settingsKo } from './settings.ko.ts'

export const panelsKo: PanelText = {
  inspector: {
    liesIn: '이 대역에 속함',
    everyPacket: '모든 패킷에 일치',
    allConditions: '모든 조건에 일치',
    goesOnIn: (chain) => ko`${code(chain)}에서 계속`,
    notYetTried: '아직 검사 전',
    moreNotMatched: (count) => `외 ${count}개, 모두 불일치`,
    moreNotReached: (count) => `외 ${count}개, 도달하지 않음`,
    back: (chain, line) =>
      ko`${code('RETURN')}은(는) ${code('ACCEPT')}이(가) 아닙니다. ${code(chain)}(으)로 돌아가 ${line}번 규칙부터 계속합니다`,
    backAtEnd: (chain) =>
      ko`${code('RETURN')}은(는) ${code('ACCEPT')}이(가) 아닙니다. ${code(chain)}의 마지막 규칙 뒤로 돌아갑니다`,
    ranOut: (from, chain) => ko`${code(from)}의 끝: ${code(chain)}(으)로 돌아갑니다`,
    policyLast: (policy) => ko`기본 정책 ${code(policy)}: 현재 상태 그대로 체인을 나갑니다`,
    policyNotReached: (policy) => ko`기본 정책 ${code(policy)}: 도달하지 않음`,
    notEntered: (chain, rules) => ko`${code(chain)}에는 들어가지 않았습니다(${rules})`,
    line: '행',
    fromLine: (line) => `${line}행`,
    goToLine: (line) => `ConfigMap ${line}행 보기`,
    headerTitle: '변환 전후의 헤더',
    packetTitle: '홉별 헤더',
    hop: '홉',
    goToHop: (hop) => `${hop} 시점의 패킷 보기`,
    noEntry: '확정되지 않은 흐름이므로 conntrack 항목가 남지 않습니다.',
    replyBack: (seen, sender) =>
      ko`${address(seen)}(으)로 온 응답은 ${address(sender)}(으)로 되돌려집니다.`,
    replySame: '이 노드에서 변환된 것이 없으므로 응답은 그대로 통과합니다.',
  },
  try: {
    findFixes: {
      why: () => ko`무엇이 막는지, 어떤 작은 변경으로 해결되는지 찾아보세요.`,
      act: '해결책 찾기',
    },
    masqLinkLocal: {
      why: (to) =>
        ko`${address(to)}에 노드 주소가 보이게 해 보세요. 링크-로컬 매스커레이드를 켭니다.`,
      act: '켜기',
    },
    sendTo: {
      why: (to) => ko`다음 패킷을 ${address(to)}(으)로 보내 비교해 보세요.`,
      act: '보내기',
    },
  },
  controls: {
    agentRuns: '에이전트 실행 중',
    noAgent: '에이전트 없음',
    refused: '거부됨',
    unread: '읽는 에이전트 없음',
    unreadableText: '텍스트를 해석할 수 없음',
    destinationHint:
      '예: 10.2.1.100:443, [2001:db8::1]:443 또는 엔드포인트 이름. Enter를 누르면 보냅니다.',
    builtins: builtinsKo.titles,
    builtinGroups: builtinsKo.groups,
  },
  editor: {
    hint: 'Tab은 들여쓰기입니다. 키보드로 나가려면 Escape를 누른 다음 Tab을 누르세요.',
    reset: '시나리오의 초안으로 되돌리기',
    keptRanges: '출발지를 유지하는 목적지',
    noneKept: '없음: 모든 목적지에 노드 주소가 보입니다.',
    linkLocalKept: (range) => ko`${cidr(range)}도 출발지를 유지합니다.`,
    linkLocalMasqueraded: (range) => ko`${cidr(range)}은(는) 매스커레이드됩니다.`,
    noAgent: '없음: 에이전트가 실행되지 않습니다.',
    decidedHere: '이 패킷을 결정함',
    notes: '참고할 점',
    loading: '편집기를 불러오는 중입니다. 지금도 입력할 수 있습니다.',
  },
  settings: settingsKo,
  share: {
    about:
      '링크에는 시나리오, 입력한 그대로의 ConfigMap, 흐름, 현재 단계가 들어 있습니다. 링크를 열면 같은 화면이 나타납니다.',
  },
}
