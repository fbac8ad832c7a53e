import { expect, test } from 'vitest'
import { invariant } from '../net/invariant.ts'
import { parseSave } from './parse-save.ts'
import { type ListOptions, printList } from './print-list.ts'

const TEXT = `*nat
:PREROUTING ACCEPT [99999:100000]
:A - [0:0]
:B - [0:0]
[123456:9999499] -A PREROUTING -s 10.0.0.0/8 -j A
[1:9999500] -A PREROUTING -i eth0 -g A
[0:123456789012345] -A PREROUTING ! -p udp -j LOG --log-prefix "x y"
[0:0] -A A -p tcp -m tcp --dport 443 -j RETURN
COMMIT
`

function listed(options: ListOptions): string | null {
  const parsed = parseSave(TEXT, { family: 4 })
  invariant(parsed.ok, 'the text is good')
  return printList(parsed.value.table, options, parsed.value.counters)
}

test('one chain with everything that can be asked for', () => {
  const options = { chain: 'PREROUTING', numeric: true, verbose: true, lineNumbers: true }
  expect(listed(options)).toBe(`\
Chain PREROUTING (policy ACCEPT 99999 packets, 100K bytes)
num   pkts bytes target     prot opt in     out     source               destination         
1     123K 9999K A          0    --  *      *       10.0.0.0/8           0.0.0.0/0           
2        1   10M A          0    --  eth0   *       0.0.0.0/0            0.0.0.0/0           [goto] 
3        0  123T LOG       !17   --  *      *       0.0.0.0/0            0.0.0.0/0            LOG flags 0 level 4 prefix "x y"
`)
})

test('names where they are known', () => {
  expect(listed({ chain: 'A' })).toBe(`\
Chain A (2 references)
target     prot opt source               destination         
RETURN     tcp  --  anywhere             anywhere             tcp dpt:https
`)
})

test('counters in full', () => {
  const [head, , , , third] =
    listed({ chain: 'PREROUTING', verbose: true, exact: true })?.split('\n') ?? []
  expect(head).toBe('Chain PREROUTING (policy ACCEPT 99999 packets, 100000 bytes)')
  expect(third).toMatch(/^ {7}0 123456789012345 LOG/)
})

test('chains stand apart by an empty line, and without a policy by their references', () => {
  const heads = listed({})
    ?.split('\n')
    .filter((line) => line.startsWith('Chain') || line === '')
  expect(heads).toEqual([
    'Chain PREROUTING (policy ACCEPT)',
    '',
    'Chain INPUT (policy ACCEPT)',
    '',
    'Chain OUTPUT (policy ACCEPT)',
    '',
    'Chain POSTROUTING (policy ACCEPT)',
    '',
    'Chain A (2 references)',
    '',
    'Chain B (0 references)',
    '',
  ])
})

test('a chain that is not there is not listed', () => {
  expect(listed({ chain: 'C' })).toBeNull()
})
