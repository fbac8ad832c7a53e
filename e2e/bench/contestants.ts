import { BlockList } from 'node:net'
import ipaddr from 'ipaddr.js'
import LPM from 'longest-prefix-match'
import { passNode } from '../../src/engine/pass-node.ts'
import { readyNode } from '../../src/engine/ready-node.ts'
import { verdictOf } from '../../src/engine/verdict.ts'
import { type Address, parseAddress } from '../../src/net/address.ts'
import type { Packet } from '../../src/net/packet.ts'
import type { Question } from './rules.ts'

/** Decides destinations from their text: true where the source is kept. */
export interface Contestant {
  readonly name: string
  /** What it leaves out of the question, if anything. */
  readonly caveat: string
  readonly prepare: (question: Question) => (destination: string) => boolean
}

const SRC: Address = { family: 4, words: [0x64410032] }
const NOWHERE: Address = { family: 4, words: [0] }

function packetTo(destination: string): Packet {
  const dst = parseAddress(destination)
  return { src: SRC, dst: dst.ok ? dst.value : NOWHERE, protocol: 6, sport: 40012, dport: 443 }
}

const fromPod = { kind: 'received', by: 'veth0' } as const

/** The reference of every ratio comes first. */
export const CONTESTANTS: readonly [Contestant, ...Contestant[]] = [
  {
    name: 'ipaddr.js, ranges parsed once',
    caveat: 'first match only',
    prepare({ ranges }) {
      const parsed = ranges.map((range) => ipaddr.IPv4.parseCIDR(range))
      return (destination) => {
        const address = ipaddr.IPv4.parse(destination)
        return parsed.some((range) => address.match(range))
      }
    },
  },
  {
    name: 'Node BlockList',
    caveat: 'in one of them or not',
    prepare({ ranges }) {
      const list = new BlockList()
      for (const range of ranges) {
        const [base = '', prefix = ''] = range.split('/')
        list.addSubnet(base, Number(prefix), 'ipv4')
      }
      return (destination) => list.check(destination, 'ipv4')
    },
  },
  {
    name: 'longest-prefix-match',
    caveat: 'in one of them or not',
    prepare({ ranges }) {
      const lpm = new LPM()
      for (const range of ranges) lpm.addPrefix(range, true)
      return (destination) => lpm.getMatch(`${destination}/32`).length > 0
    },
  },
  {
    name: 'ours: verdict',
    caveat: '',
    prepare({ node }) {
      const ready = readyNode(node)
      return (destination) => {
        const [{ value }] = verdictOf(ready, packetTo(destination), fromPod)
        return value.src.words[0] === SRC.words[0]
      }
    },
  },
  {
    name: 'ours: full trace',
    caveat: '',
    prepare({ node }) {
      return (destination) => {
        const [{ passage }] = passNode(node, packetTo(destination), fromPod)
        return passage.packet.src.words[0] === SRC.words[0]
      }
    },
  },
]
