import { describe, expect, test } from 'vitest'
import { printSave } from '../../iptables/print-save.ts'
import { parseAddress } from '../../net/address.ts'
import { parseCidr } from '../../net/cidr.ts'
import { NO_RULES, writeRules } from '../write-rules.ts'
import { snatRules } from './rules.ts'
import { DEFAULT_SETTINGS, type SnatSettings } from './snat-settings.ts'

const cidr = (text: string) => {
  const read = parseCidr(text)
  if (!read.ok) throw new Error(text)
  return read.value
}

function printed(changed: Partial<SnatSettings>): string[] {
  const primary = parseAddress('10.0.1.10')
  if (!primary.ok) throw new Error('an address')
  const part = snatRules([cidr('10.0.0.0/16')], primary.value, { ...DEFAULT_SETTINGS, ...changed })
  return printSave(writeRules(NO_RULES, { nat4: part }).nat4)
    .split('\n')
    .filter((line) => line.startsWith('-A') || line.includes('AWS'))
}

describe('Table nat of a node with the AWS VPC CNI', () => {
  test('as iptables-save prints it', () => {
    const excluded = [{ range: cidr('192.168.0.0/16'), place: null }]
    expect(printed({ excluded })).toEqual([
      ':AWS-CONNMARK-CHAIN-0 - [0:0]',
      ':AWS-SNAT-CHAIN-0 - [0:0]',
      '-A PREROUTING -i eni+ -m comment --comment "AWS, outbound connections" -j AWS-CONNMARK-CHAIN-0',
      '-A PREROUTING -m comment --comment "AWS, CONNMARK" -j CONNMARK --restore-mark --nfmask 0x80 --ctmask 0x80',
      '-A POSTROUTING -m comment --comment "AWS SNAT CHAIN" -j AWS-SNAT-CHAIN-0',
      '-A AWS-CONNMARK-CHAIN-0 -d 192.168.0.0/16 -m comment --comment "AWS CONNMARK CHAIN, EXCLUDED CIDR" -j RETURN',
      '-A AWS-CONNMARK-CHAIN-0 -d 10.0.0.0/16 -m comment --comment "AWS CONNMARK CHAIN, VPC CIDR" -j RETURN',
      '-A AWS-CONNMARK-CHAIN-0 -m comment --comment "AWS, CONNMARK" -j CONNMARK --set-xmark 0x80/0x80',
      '-A AWS-SNAT-CHAIN-0 -d 192.168.0.0/16 -m comment --comment "AWS SNAT CHAIN EXCLUSION" -j RETURN',
      '-A AWS-SNAT-CHAIN-0 -d 10.0.0.0/16 -m comment --comment "AWS SNAT CHAIN" -j RETURN',
      '-A AWS-SNAT-CHAIN-0 ! -o vlan+ -m comment --comment "AWS, SNAT" -m addrtype ! --dst-type LOCAL -j SNAT --to-source 10.0.1.10 --random-fully',
    ])
  })

  test('hashrandom and none differ in the last rule only', () => {
    expect(printed({ random: 'hashrandom' }).at(-1)).toMatch(/--to-source 10\.0\.1\.10 --random$/)
    expect(printed({ random: 'none' }).at(-1)).toMatch(/--to-source 10\.0\.1\.10$/)
  })

  test('external SNAT leaves both chains empty, and nothing leads to them', () => {
    expect(printed({ external: true })).toEqual([
      ':AWS-CONNMARK-CHAIN-0 - [0:0]',
      ':AWS-SNAT-CHAIN-0 - [0:0]',
    ])
  })
})
