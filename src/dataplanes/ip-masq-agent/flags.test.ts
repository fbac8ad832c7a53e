import { expect, test } from 'vitest'
import { DEFAULT_FLAGS, parseFlags } from './flags.ts'

test('flags are read as the Go flag package reads them', () => {
  const flags = parseFlags([
    '-masq-chain',
    'X',
    '--enable-ipv6',
    '--nomasq-all-reserved-ranges=T',
    '--to-ports=5,7-9',
  ])
  expect(flags).toEqual({
    ok: true,
    value: {
      ...DEFAULT_FLAGS,
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
  [['--nope'], 'flag provided but not defined: -nope'],
  [['--masq-chain'], 'flag needs an argument: -masq-chain'],
  [['nope'], 'bad flag syntax: nope'],
  [['--enable-ipv6=maybe'], 'invalid boolean value "maybe" for -enable-ipv6: parse error'],
  [['--to-ports=9-7'], 'Invalid --to-ports flag "9-7": first is greater than last in "9-7"'],
  [['--to-ports=1-2-3'], 'Invalid --to-ports flag "1-2-3": invalid interval "1-2-3"'],
  [['--to-ports=a'], 'Invalid --to-ports flag "a": strconv.Atoi: parsing "a": invalid syntax'],
])('%j is refused: %s', (args, error) => {
  expect(parseFlags(args)).toEqual({ ok: false, error })
})
