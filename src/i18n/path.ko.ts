import { ko } from './josa.ts'
import type { PathWords } from './path-words.ts'
import { code } from './sentence.ts'

export const pathKo: PathWords = {
  title: '질문으로 보는 경로',
  steps: {
    node: { name: '노드', asks: '패킷이 노드를 떠나며, 어떤 출발지 주소로 떠납니까?' },
    'forward-route': { name: '가는 경로', asks: '목적지로 가는 경로가 있습니까?' },
    'egress-firewall': {
      name: '이그레스 방화벽',
      asks: '보내는 쪽 방화벽이 내보냅니까?',
    },
    'second-translation': {
      name: '2차 변환',
      asks: 'Cloud NAT, 외부 주소, 어플라이언스가 출발지를 한 번 더 바꿉니까?',
    },
    'far-firewall': {
      name: '상대 측 방화벽',
      asks: '상대 측이 이 출발지를 받아들입니까?',
    },
    destination: { name: '목적지', asks: '그 포트에서 응답하는 프로세스가 있습니까?' },
    'return-route': { name: '돌아오는 경로', asks: '응답이 돌아올 경로가 있습니까?' },
    'return-state': {
      name: '응답 상태',
      asks: '응답이 연결을 기억하는 곳으로 돌아옵니까?',
    },
  },
  states: {
    passed: '통과',
    failed: '실패',
    unknown: '확정 불가',
    'not-needed': '해당 없음',
    'not-reached': '도달하지 않음',
  },
  assumed: '통과(가정)',
  firstFailure: (step) => `처음 실패하는 단계: ${step}.`,
  notTold: '시나리오에 없어 결과를 확정할 수 없는 것:',
  missing: {
    chance: (m) => ko`노드의 규칙이 ${code(m.of)}에 맡긴 확률.`,
    vpc: (m) => ko`${code(m.of)}이(가) 속한 VPC.`,
    'next-hop': (m) => ko`경로의 다음 홉인 ${code(m.of)}의 정의.`,
    'far-network': (m) => ko`${code(m.of)} 너머의 네트워크.`,
    'far-ranges': (m) => ko`${code(m.of)}의 대역.`,
    'nat-address': (m) => ko`${code(m.of)}이(가) 고를 주소. 그중 일부만 허용됩니다.`,
    'psc-address': (m) => ko`${code(m.of)} 뒤의 프로듀서가 보게 될 출발지. 일부만 허용됩니다.`,
  },
  seen: '눈에 보이는 증상',
  symptoms: {
    'time-out': {
      connect: ko`${code('connect()')}가 멈춘 채 기다립니다. SYN에 아무 응답이 없어 Linux가 약 2분간 재전송하다가 ${code('Connection timed out')} 오류로 포기합니다.`,
      open: ko`열려 있던 연결이 멈춥니다. 보낸 데이터의 확인 응답이 오지 않아 Linux가 약 15분간 재전송하다가 ${code('Connection timed out')} 오류로 포기합니다.`,
      datagram: ko`보낸 쪽에는 아무것도 전달되지 않습니다. 애플리케이션이 스스로 기다리기를 포기해야 합니다.`,
      echo: ko`에코 응답이 오지 않습니다.`,
    },
    reset: {
      connect: ko`${code('connect()')}가 ${code('Connection refused')} 오류로 즉시 실패합니다. 응답은 있지만 거부하는 응답입니다.`,
      open: ko`열려 있던 연결이 ${code('Connection reset by peer')} 오류로 즉시 끊어집니다.`,
      datagram: ko`ICMP 오류가 즉시 돌아와, 소켓의 다음 호출이 ${code('Connection refused')} 오류로 실패합니다.`,
      echo: ko`ICMP 오류가 즉시 돌아옵니다.`,
    },
  },
}
