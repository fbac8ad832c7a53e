import type { IpSet, Match, NatTable, SetType } from '../engine/rule.ts'
import { printIpset } from '../iptables/print-ipset.ts'

/**
 * A set as `ipset list NAME` prints it. `initval` is picked by the kernel; entries stand in the order in
 * which the set has them, where the kernel's is that of its hash; of the memory it is said what it takes
 * while no two entries share a bucket. Source: ipset 7.17 on Linux 6.18, measured.
 */
export function ipsetLines(set: IpSet, tables: readonly NatTable[]): readonly string[] {
  const { name, type, entries } = set
  return [
    `Name: ${name}`,
    `Type: ${type}`,
    `Revision: ${REVISIONS[type]}`,
    `Header: ${headerOf(set)}`,
    `Size in memory: ${sizeOf(set)}`,
    `References: ${references(name, tables)}`,
    `Number of entries: ${entries.length}`,
    'Members:',
    ...membersOf(set),
  ]
}

const REVISIONS: Readonly<Record<SetType, number>> = {
  'hash:net': 7,
  'hash:ip': 6,
  'hash:ip,port': 7,
  'hash:net,port': 8,
}

type Shape = readonly [empty: number, entry: number]

/** Bytes of an empty set and of each entry. */
const SHAPES: Readonly<Record<SetType, Readonly<Record<4 | 6, Shape>>>> = {
  'hash:net': { 4: [456, 48], 6: [1240, 72] },
  'hash:ip': { 4: [216, 40], 6: [224, 64] },
  'hash:ip,port': { 4: [216, 48], 6: [232, 72] },
  'hash:net,port': { 4: [456, 48], 6: [1240, 72] },
}

function headerOf({ family, options }: IpSet): string {
  const words = wordsOf(options)
  const told = (name: string, preset: string): string => {
    const at = words.indexOf(name)
    return `${name} ${at < 0 ? preset : (words[at + 1] ?? preset)}`
  }
  const others = words.filter(
    (word, at) => !SIZES.includes(word) && !SIZES.includes(words[at - 1] ?? ''),
  )
  return [
    `family ${family === 6 ? 'inet6' : 'inet'}`,
    told('hashsize', '1024'),
    told('maxelem', '65536'),
    ...others,
    told('bucketsize', '12'),
    told('initval', '<chance>'),
  ].join(' ')
}

const SIZES: readonly string[] = ['hashsize', 'maxelem', 'bucketsize', 'initval']

const wordsOf = (options: readonly string[]): readonly string[] => options.join(' ').split(' ')

/** Entries that carry counters, a time-out or the like take more, which nobody has measured. */
function sizeOf({ type, family, options, entries }: IpSet): string {
  const [empty, entry] = SHAPES[type][family]
  const isPlain = wordsOf(options).every((word) => !EXTENSIONS.includes(word))
  return isPlain ? String(empty + entry * entries.length) : '<unknown>'
}

const EXTENSIONS: readonly string[] = ['timeout', 'counters', 'comment', 'skbinfo']

/** Behind `add NAME`, as the same tool saves them. */
const membersOf = (set: IpSet): readonly string[] =>
  printIpset([set])
    .split('\n')
    .flatMap((line) => (line.startsWith('add ') ? [line.slice(`add ${set.name} `.length)] : []))

const references = (name: string, tables: readonly NatTable[]): number =>
  tables
    .flatMap(({ chains }) => chains.flatMap(({ rules }) => rules.flatMap(({ matches }) => matches)))
    .filter((match: Match) => match.kind === 'set' && match.set === name).length
