import { describe, expect, test } from 'vitest'
import type { IpSet } from '../engine/rule.ts'
import { invariant } from '../net/invariant.ts'
import type { IptablesIssue } from './issue.ts'
import { parseIpset } from './parse-ipset.ts'
import { printIpset } from './print-ipset.ts'

function sets(text: string): readonly IpSet[] {
  const parsed = parseIpset(text)
  invariant(parsed.ok, `refused: ${parsed.ok ? '' : parsed.error.message}`)
  return parsed.value
}

function issue(text: string): IptablesIssue | null {
  const parsed = parseIpset(text)
  return parsed.ok ? null : parsed.error
}

/** What is added to a set, as it is saved. */
const added = (type: string, ...elements: readonly string[]): readonly string[] =>
  printIpset(sets(`create a ${type}\n${elements.map((element) => `add a ${element}\n`).join('')}`))
    .split('\n')
    .filter((line) => line.startsWith('add'))
    .map((line) => line.slice('add a '.length))

test('a set and its elements', () => {
  const text = `# saved\ncreate pools hash:net,port family inet6 hashsize 64 comment\nadd pools fd00::/8,udp:53-55 comment "a b" nomatch\n`
  expect(sets(text)).toEqual([
    {
      name: 'pools',
      type: 'hash:net,port',
      family: 6,
      options: ['hashsize 64', 'comment'],
      entries: [
        {
          address: { family: 6, words: [0xfd000000, 0, 0, 0] },
          prefix: 8,
          port: { protocol: 17, lo: 53, hi: 55 },
          nomatch: true,
          options: ['comment "a b"'],
        },
      ],
    },
  ])
  expect(printIpset(sets(text))).toBe(text.replace('# saved\n', ''))
})

describe('elements', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'hash:net',
      ['10.1.2.3/16', '1.2.3.4', '10.5.0.0/16 nomatch'],
      ['10.1.0.0/16', '1.2.3.4', '10.5.0.0/16 nomatch'],
    ],
    ['hash:net', ['10.0.0.6-10.0.0.1'], ['10.0.0.1', '10.0.0.2/31', '10.0.0.4/31', '10.0.0.6']],
    ['hash:net', ['0.0.0.0-255.255.255.255'], ['0.0.0.0/1', '128.0.0.0/1']],
    ['hash:ip', ['10.0.0.0/30', '10.0.0.5-10.0.0.6'], ['10.0.0.0/30', '10.0.0.5', '10.0.0.6']],
    ['hash:ip', ['10.1'], ['10.0.0.1']],
    ['hash:ip family inet6', ['FD00::1', '[fd00::2]'], ['fd00::1', 'fd00::2']],
    [
      'hash:ip,port',
      ['1.2.3.4,80', '1.2.3.4,udp:domain', '1.2.3.4,SCTP:9-7'],
      ['1.2.3.4,tcp:80', '1.2.3.4,udp:53', '1.2.3.4,sctp:7-9'],
    ],
    [
      'hash:ip,port',
      ['1.2.3.4,icmp:8/0', '1.2.3.4,icmp:host-unreachable', '1.2.3.4,icmp:77/3', '1.2.3.4,47:0'],
      [
        '1.2.3.4,icmp:echo-request',
        '1.2.3.4,icmp:host-unreachable',
        '1.2.3.4,icmp:77/3',
        '1.2.3.4,gre:0',
      ],
    ],
    [
      'hash:net,port family inet6',
      ['fd00::/16,icmpv6:128/0'],
      ['fd00::/16,ipv6-icmp:echo-request'],
    ],
    [
      'hash:net timeout 60 counters',
      ['1.2.3.4 timeout 5 packets 6 bytes 7'],
      ['1.2.3.4 timeout 5 packets 6 bytes 7'],
    ],
  ])('%s holds %j', (type, elements, saved) => {
    expect(added(type, ...elements)).toEqual(saved)
  })

  test('a type and code of ICMP stand in one number', () => {
    const [set] = sets('create a hash:ip,port\nadd a 1.2.3.4,icmp:3/1\n')
    expect(set?.entries[0]?.port).toEqual({ protocol: 1, lo: 769, hi: 769 })
  })
})

test('commands that take something back', () => {
  const text = `create a hash:net
create b hash:net
add a 1.2.3.4
add a 1.2.3.4 -exist
add a 5.6.7.8
del a 5.6.7.8
swap a b
rename b c
create c hash:net -exist
-N d nethash
-A d 9.9.9.9
flush d
destroy a
COMMIT
quit
nonsense`
  expect(printIpset(sets(text))).toBe(
    'create c hash:net family inet\nadd c 1.2.3.4\ncreate d hash:net family inet\n',
  )
})

describe('what goes wrong', () => {
  const net = 'create a hash:net\n'
  test.each<[string, number, number, string]>([
    [
      `${net}add a 1.2.3.4\nadd a 1.2.3.4`,
      3,
      7,
      "Error in line 3: Element cannot be added to the set: it's already added",
    ],
    [
      `${net}${net}`,
      2,
      1,
      'Error in line 2: Set cannot be created: set with the same name already exists',
    ],
    [`${net}add b 1.2.3.4`, 2, 5, 'Error in line 2: The set with the given name does not exist'],
    [
      `${net}del a 1.2.3.4`,
      2,
      7,
      "Error in line 2: Element cannot be deleted from the set: it's not added",
    ],
    [`${net}add a 1.2.3.4/33`, 2, 7, "Error in line 2: Syntax error: '33' is out of range 0-32"],
    [`${net}add a 1.2.3.4/x`, 2, 7, "Error in line 2: Syntax error: 'x' is invalid as number"],
    [
      `${net}add a 1.2.3.300`,
      2,
      7,
      'Error in line 2: Syntax error: cannot parse 1.2.3.300: resolving to IPv4 address failed',
    ],
    [
      `${net}add a 0.0.0.0/0`,
      2,
      7,
      'Error in line 2: The value of the CIDR parameter of the IP address is invalid',
    ],
    [
      `${net}add a 1.2.3.4,80`,
      2,
      7,
      'Error in line 2: Syntax error: Elem separator in 1.2.3.4,80, but settype hash:net supports none.',
    ],
    [`${net}add a 1.2.3.4 bar`, 2, 15, "Unknown argument: `bar'"],
    [
      `${net}add a 1.2.3.4 timeout 5`,
      2,
      15,
      'Error in line 2: Timeout cannot be used: set was created without timeout support',
    ],
    [
      'create a hash:net timeout 5\nadd a 1.2.3.4 timeout x',
      2,
      15,
      "Error in line 2: Syntax error: 'x' is invalid as number",
    ],
    [
      'create a hash:net counters\nadd a 1.2.3.4 packets',
      2,
      15,
      "Missing mandatory argument of option `packets'",
    ],
    ['create a hash:foo', 1, 10, "Error in line 1: Syntax error: typename 'hash:foo' is unknown"],
    [
      'create a hash:net family inet9',
      1,
      19,
      'Error in line 1: Syntax error: unknown inet family inet9',
    ],
    ['create a hash:net family', 1, 19, "Missing mandatory argument of option `family'"],
    [
      'create a hash:net maxelem x',
      1,
      19,
      "Error in line 1: Syntax error: 'x' is invalid as number",
    ],
    ['create a hash:net bar 3', 1, 19, "Unknown argument: `bar'"],
    [
      `create ${'a'.repeat(32)} hash:net`,
      1,
      8,
      `Error in line 1: Syntax error: setname '${'a'.repeat(32)}' is longer than 31 characters`,
    ],
    ['create a', 1, 1, 'Missing second mandatory argument to command create'],
    [' add a', 1, 2, 'Missing second mandatory argument to command add'],
    ['foo', 1, 1, 'No command specified: unknown argument foo'],
    [
      'create a hash:ip family inet6\nadd a fd00::/120',
      2,
      7,
      'Error in line 2: Syntax error: plain IP address must be supplied: fd00::/120',
    ],
    [
      'create a hash:net family inet6\nadd a ::1-::5',
      2,
      7,
      'Error in line 2: Syntax error: IP address or IP/cidr must be specified: ::1-::5',
    ],
    [
      'create a hash:ip maxelem 4\nadd a 10.0.0.0/28',
      2,
      7,
      'Error in line 2: Hash is full, cannot add more elements',
    ],
    [
      'create a hash:ip\nadd a 10.0.0.0/8',
      2,
      7,
      'Error in line 2: Hash is full, cannot add more elements',
    ],
    [
      'create a hash:ip maxelem 1\nadd a 1.1.1.1\nadd a 1.1.1.2',
      3,
      7,
      'Error in line 3: Hash is full, cannot add more elements',
    ],
    [
      'create a hash:ip,port\nadd a 1.2.3.4',
      2,
      7,
      'Error in line 2: Syntax error: Second element is missing from 1.2.3.4.',
    ],
    [
      'create a hash:ip,port\nadd a 1.2.3.4,1,2',
      2,
      7,
      'Error in line 2: Syntax error: Two elem separators in 1.2.3.4,1,2, but settype hash:ip,port supports one.',
    ],
    [
      'create a hash:ip,port\nadd a 1.2.3.4,foo:7',
      2,
      7,
      "Error in line 2: Syntax error: cannot parse 'foo' as a protocol",
    ],
    [
      'create a hash:ip,port\nadd a 1.2.3.4,gre:5',
      2,
      7,
      'Error in line 2: Syntax error: Protocol gre can be used with pseudo port value 0 only.',
    ],
    [
      'create a hash:ip,port\nadd a 1.2.3.4,icmp:foo',
      2,
      7,
      'Error in line 2: Cannot parse foo as an ICMP type/code.',
    ],
    [
      'create a hash:ip,port\nadd a 1.2.3.4,tcp:70000',
      2,
      7,
      "Syntax error: '70000' is out of range 0-65535\nSyntax error: 'tcp' is invalid as number\ncannot parse '70000' as a tcp port",
    ],
    [
      'create a hash:ip,port\nadd a 1.2.3.4,sctp:http',
      2,
      7,
      "Syntax error: 'http' is invalid as number\nSyntax error: 'sctp' is invalid as number\ncannot parse 'http' as a sctp port",
    ],
    ['create a hash:ip\nadd a 1.2.3.4 nomatch', 2, 15, "Unknown argument: `nomatch'"],
    [
      'create a hash:ip\ncreate b hash:net\nswap a b',
      3,
      1,
      'Error in line 3: The sets cannot be swapped: their type does not match',
    ],
    [
      'create a hash:ip\ncreate b hash:ip\nrename a b',
      3,
      1,
      'Error in line 3: Set cannot be renamed: a set with the new name already exists',
    ],
    [
      'create a hash:ip\nadd a 0.0.0.0',
      2,
      7,
      'Error in line 2: Null-valued element, cannot be stored in a hash type of set',
    ],
    ['flush a', 1, 7, 'Error in line 1: The set with the given name does not exist'],
    ['destroy a', 1, 9, 'Error in line 1: The set with the given name does not exist'],
    ['create a list:set', 1, 10, 'list:set'],
    ['create a hash:net,iface', 1, 10, 'hash:net,iface'],
    ['create a hash:ip netmask 24', 1, 18, 'netmask'],
    ['list', 1, 1, 'list'],
  ])('%j', (text, line, column, message) => {
    expect(issue(text)).toMatchObject({ line, column, message })
  })
})
