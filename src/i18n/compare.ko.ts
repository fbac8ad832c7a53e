import type { Divergence } from '../scenario/compare/comparison.ts'
import { type CompareWords, type Naming, whose } from './compare-words.ts'
import { ko } from './josa.ts'
import { address, type Chip, code, joined, type Sentence } from './sentence.ts'

/** `Calico, Cilium: 10.1.1.10 / GKE Standard: 10.8.0.5` */
const shared = (
  { groups }: Divergence,
  { names }: Naming,
  chip: (text: string) => Chip,
  none: string,
): Sentence =>
  joined(
    groups.flatMap(
      ({ dataplanes, value }, i): Sentence => [
        i === 0 ? '' : ' / ',
        `${names(dataplanes)}: `,
        value === null ? none : chip(value),
      ],
    ),
  )

export const compareKo: CompareWords = {
  title: '같은 패킷, 여러 데이터플레인',
  choose: '나란히 볼 데이터플레인',
  back: '구성도로 돌아가기',
  lanes: '데이터플레인별 패킷',
  way: '가는 길',
  reply: '응답',
  manifests: {
    own: '이 시나리오의 자체 매니페스트',
    starter: '새로 설치한 상태',
    none: '적용된 매니페스트 없음',
  },
  scenariosOwn: '이 시나리오의 데이터플레인',
  seenAs: '보이는 출발지',
  firstDifference: '첫 차이',
  divergence: {
    dropped: (d, n) =>
      ko`${n.at}: 패킷이 ${whose(d, n, 'gone')}에서는 여기서 끝나고, ${whose(d, n, 'there')}에서는 계속 갑니다.`,
    'source-differs': (d, n) =>
      ko`${n.at}에서 출발지 주소가 달라집니다. ${shared(d, n, address, '없음')}`,
    'destination-differs': (d, n) =>
      ko`${n.at}에서 목적지 주소가 달라집니다. ${shared(d, n, address, '없음')}`,
    'port-differs': (d, n) =>
      ko`${n.at}에서 출발지 포트가 달라집니다. ${shared(d, n, code, '없음')}`,
    'other-way': (d, n) =>
      ko`${whose(d, n, 'there')}에서만 패킷이 ${n.at}을(를) 지나고, ${whose(d, n, 'gone')}에서는 다른 길로 갑니다.`,
    'rule-differs': (d, n) =>
      ko`패킷의 결과는 모두 같지만, ${n.at}에서 결정하는 규칙이 다릅니다. ${shared(d, n, code, '규칙 없음')}`,
  },
  alike: '차이가 없습니다. 모두 이 패킷을 똑같이 처리합니다.',
  notEnough: '둘 이상을 선택하면 어디서 갈라지는지 볼 수 있습니다.',
  notSent: '전송되지 않음',
  moment: (step, place) => `${step}: ${place}`,
  carries: (dataplane, carried) => `${dataplane}: ${carried}`,
  ended: (dataplane) => `${dataplane}: 이미 끝남`,
  matrix: {
    title: '목적지별 출발지 주소 처리',
    about:
      '노드를 떠날 때를 기준으로 합니다. 각 칸은 실제로 평가한 결과이며, 누르면 위에서 그 패킷을 보여 줍니다.',
    destination: '목적지',
    rows: {
      internet: '인터넷',
      'on-prem': '사설 온프레미스',
      'shared-address': '100.64.0.0/10',
      'other-node': '다른 노드',
      'other-pod': '다른 Pod',
      'link-local': '링크-로컬',
      'second-address': '인터넷(보조 주소를 쓰는 노드 프로세스에서)',
      inbound: '노드의 Pod(외부 클라이언트에서)',
    },
    verdicts: {
      pod: 'Pod',
      node: '노드',
      other: '기타',
      kept: '유지',
      rewritten: '변경',
      dropped: '폐기',
      undetermined: '확률에 따름',
    },
    open: (row, dataplane, verdict) => `${row}, ${dataplane}: ${verdict}. 이 패킷 보기`,
  },
}
