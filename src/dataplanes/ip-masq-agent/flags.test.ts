import { expect, test } from 'vitest'
import { DEFAULT_FLAGS, parseFlags } from './flags.ts'
import { agentProfile, NEWEST_VERSION } from './version.ts'

const NEWEST = agentProfile(NEWEST_VERSION)

test('flags are read as the Go flag package reads them', () => {
  const args = ['-masq-chain', 'X', '--enable-ipv6', '--nomasq-all-reserved-ranges=T']
  expect(parseFlags([...args, '--to-ports=5,7-9', '--v=2', '-logtostderr'], NEWEST)).toEqual({
    ok: true,
    value: {
      ...DEFAULT_FLAGS,
      profile: NEWEST,
      chain: 'X',
      ipv6: true,
      allReservedRanges: true,
      toPorts: [
        { lo: 5, hi: 5 },
        { lo: 7, hi: 9 },
      ],
    },
  })
})

test.each([
  [['--nope'], 'flag provided but not defined: -nope', 0],
  [['--masq-chain'], 'flag needs an argument: -masq-chain', 0],
  [['--enable-ipv6', '---nope'], 'bad flag syntax: ---nope', 1],
  [
    ['-v', '2', '--enable-ipv6=maybe'],
    'invalid boolean value "maybe" for -enable-ipv6: parse error',
    2,
  ],
  [['--to-ports=9-7'], 'Invalid --to-ports flag "9-7": first is greater than last in "9-7"', 0],
  [['--to-ports=1-2-3'], 'Invalid --to-ports flag "1-2-3": invalid interval "1-2-3"', 0],
  [['--to-ports=a'], 'Invalid --to-ports flag "a": strconv.Atoi: parsing "a": invalid syntax', 0],
])('%j is refused: %s', (args, text, at) => {
  expect(parseFlags(args, NEWEST)).toEqual({ ok: false, error: { text, at } })
})

test.each([[['nope', '--nope']], [['--', '--nope']], [['--enable-ipv6', 'false', '--nope']]])(
  'of %j nothing is read after what is no flag',
  (args) => {
    expect(parseFlags(args, NEWEST).ok).toBe(true)
  },
)

test.each([
  ['2.1.0', '--nomasq-all-reserved-ranges'],
  ['2.4.1', '--enable-ipv6'],
  ['2.10.2', '--random-fully'],
  ['2.11.0', '--to-ports=1-2'],
  ['2.11.0', '--log_file=x'],
])('v%s does not know %s', (version, arg) => {
  const name = arg.slice(2).split('=')[0]
  expect(parseFlags([arg], agentProfile(version))).toEqual({
    ok: false,
    error: { text: `flag provided but not defined: -${name}`, at: 0 },
  })
})

test('v2.0.1 parses no flags at all, so that its chain has one name', () => {
  const flags = parseFlags(['--masq-chain=IP-MASQ', '--nope'], agentProfile('2.0.1'))
  expect(flags).toMatchObject({ ok: true, value: { chain: 'IP-MASQ-AGENT' } })
})
