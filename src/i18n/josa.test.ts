import { expect, test } from 'vitest'
import { josa, ko, type Particle } from './josa.ts'
import { address, cidr, code, plain } from './sentence.ts'

const ALL: readonly Particle[] = ['은(는)', '이(가)', '을(를)', '과(와)', '(으)로']

test.each([
  ['10.2.1.100', '은 이 을 과 으로'], // 백
  ['10.1.1.10', '은 이 을 과 으로'], // 십
  ['10.1.1.11', '은 이 을 과 로'], // 일: ㄹ takes 로
  ['8.8.8.8', '은 이 을 과 로'], // 팔
  ['10.0.0.7', '은 이 을 과 로'], // 칠
  ['169.254.169.254', '는 가 를 와 로'], // 사
  ['10.0.0.3', '은 이 을 과 으로'], // 삼
  ['10.0.0.6', '은 이 을 과 으로'], // 육
  ['10.0.0.2', '는 가 를 와 로'],
  ['10.0.0.5', '는 가 를 와 로'],
  ['10.0.0.9', '는 가 를 와 로'],
  ['10.1.1.0/24', '는 가 를 와 로'],
  ['10.0.0.0/8', '은 이 을 과 로'],
  ['100.65.0.0/16', '은 이 을 과 으로'],
  ['fd00::a', '는 가 를 와 로'],
  ['fd00::ab', '는 가 를 와 로'],
  ['fd00::f', '는 가 를 와 로'],
  ['노드', '는 가 를 와 로'],
  ['체인', '은 이 을 과 으로'],
  ['규칙', '은 이 을 과 으로'],
  ['이글', '은 이 을 과 로'],
  ['RETURN', '은 이 을 과 으로'],
  ['MASQUERADE', '는 가 를 와 로'],
  ['POSTROUTING', '은 이 을 과 으로'],
  ['IP-MASQ', '는 가 를 와 로'],
  ['ip-masq-agent', '는 가 를 와 로'],
  ['SNAT', '는 가 를 와 로'],
  ['pod-a', '는 가 를 와 로'],
  ['node-1', '은 이 을 과 로'],
  ['eth0', '은 이 을 과 으로'],
  ['onprem', '은 이 을 과 으로'],
  ['onprem-fw', '는 가 를 와 로'],
  ['subnet', '은 이 을 과 으로'],
  ['conntrack', '은 이 을 과 으로'],
  ['ConfigMap', '은 이 을 과 으로'],
  ['pool', '은 이 을 과 로'],
  ['50%', '는 가 를 와 로'],
])('%s takes %s', (word, forms) => {
  expect(ALL.map((particle) => josa(word, particle)).join(' ')).toBe(forms)
})

test('a word whose sound is unknown keeps the notation that shows both', () => {
  expect(josa('…', '은(는)')).toBe('은(는)')
  expect(josa('', '을(를)')).toBe('을(를)')
})

test('a sentence gives each hole the particle of its own last sound', () => {
  const sentence = ko`${address('10.2.1.100')}은(는) ${cidr('10.0.0.0/8')}(으)로, ${code('IP-MASQ')}을(를) ${3}이(가)`
  expect(plain(sentence)).toBe('10.2.1.100은 10.0.0.0/8로, IP-MASQ를 3이')
})

test('the addresses stay parts of their own', () => {
  expect(ko`출발지 ${address('10.1.1.11')}(으)로`).toEqual([
    '출발지 ',
    { kind: 'address', text: '10.1.1.11' },
    '로',
  ])
})
