import type { Counter, Counters } from '../engine/counters.ts'
import type { BaseMatch, Chain, MaskedAddress, NatTable, Rule } from '../engine/rule.ts'
import type { Family } from '../net/address.ts'
import { textOf as matchText } from './matches.ts'
import type { Listing } from './module.ts'
import { protocolName } from './names/protocols.ts'
import { serviceName } from './names/services.ts'
import { sortedChains } from './sorted-chains.ts'
import { textOf as targetText } from './targets.ts'
import { prefixMask, wordsOf } from './words/mask.ts'
import { listNetwork } from './words/masked-address.ts'
import { ZERO } from './zero.ts'

export interface ListOptions {
  /** `-n`: addresses, ports and protocols as numbers. Without it no names but well-known ones are known. */
  readonly numeric?: boolean
  /** `-v`: counters and interfaces. */
  readonly verbose?: boolean
  readonly lineNumbers?: boolean
  /** `-x`: counters in full. */
  readonly exact?: boolean
  /** This chain alone. */
  readonly chain?: string
}

/**
 * What `iptables -t nat -L` shows, or null where there is no chain of the name asked for.
 * Source: iptables 1.8.9 (nf_tables), measured.
 */
export function printList(
  table: NatTable,
  options: ListOptions = {},
  counters?: Counters,
): string | null {
  const { chain } = options
  const shown = sortedChains(table).filter(({ name }) => chain === undefined || name === chain)
  if (chain !== undefined && shown.length === 0) return null
  return shown.map((each) => printChain(each, table, options, counters)).join('\n')
}

function printChain(
  chain: Chain,
  table: NatTable,
  options: ListOptions,
  counters: Counters | undefined,
): string {
  const rules = chain.rules.map((rule, index) => {
    const counter = counters?.rules.get(rule.id) ?? ZERO
    return printRow(rule, index + 1, table.family, counter, options)
  })
  const lines = [printHead(chain, table, options, counters), columnNames(options), ...rules]
  return lines.map((line) => `${line}\n`).join('')
}

function printHead(
  { name, policy }: Chain,
  { chains }: NatTable,
  { verbose, exact }: ListOptions,
  counters: Counters | undefined,
): string {
  if (policy === null) return `Chain ${name} (${referencesTo(name, chains)} references)`
  const { packets, bytes } = counters?.chains.get(name) ?? ZERO
  const show = (count: number): string => (exact ? `${count}` : shortened(count))
  const counts = verbose ? ` ${show(packets)} packets, ${show(bytes)} bytes` : ''
  return `Chain ${name} (policy ${policy}${counts})`
}

function referencesTo(name: string, chains: readonly Chain[]): number {
  const targets = chains.flatMap(({ rules }) => rules.map(({ target }) => target))
  return targets.filter((target) => target && 'chain' in target && target.chain === name).length
}

function columnNames({ lineNumbers, verbose, exact }: ListOptions): string {
  const counts = exact ? '    pkts      bytes ' : ' pkts bytes '
  return (
    (lineNumbers ? 'num  ' : '') +
    (verbose ? counts : '') +
    `${'target'.padEnd(9)}  prot opt` +
    (verbose ? ` ${'in'.padEnd(6)} ${'out'.padEnd(6)} ` : '') +
    ` ${'source'.padEnd(19)}  ${'destination'.padEnd(19)} `
  )
}

function printRow(
  { base, matches, target }: Rule,
  line: number,
  family: Family,
  counter: Counter,
  options: ListOptions,
): string {
  const listing: Listing = {
    numeric: options.numeric === true,
    protocol: base.protocol?.number ?? 0,
    serviceName: options.numeric === true ? () => null : serviceName,
  }
  const name = target ? targetText(target).name(target) : ''
  return (
    (options.lineNumbers ? `${`${line}`.padEnd(4)} ` : '') +
    (options.verbose ? printCounter(counter, options) : '') +
    `${name.padEnd(9)} ${printProtocol(base, listing)} -- ` +
    (options.verbose ? printInterfaces(base, listing) : '') +
    printAddress(base.source, family, listing) +
    printAddress(base.destination, family, listing) +
    (target?.kind === 'goto' ? '[goto] ' : '') +
    matches.map((match) => matchText(match).list(match, listing)).join('') +
    (target ? targetText(target).list(target, listing) : '')
  )
}

function printCounter({ packets, bytes }: Counter, { exact }: ListOptions): string {
  const show = (count: number): string =>
    exact ? `${count}`.padStart(8) : shortened(count).padStart(5)
  return `${show(packets)} ${show(bytes)} `
}

/** 123456 is 123K. */
function shortened(count: number): string {
  if (count <= 99999) return `${count}`
  let rounded = count
  for (const unit of 'KMGT') {
    rounded = Math.floor((rounded + 500) / 1000)
    if (rounded <= 9999 || unit === 'T') return `${rounded}${unit}`
  }
  return `${rounded}`
}

function printProtocol({ protocol }: BaseMatch, { numeric }: Listing): string {
  const { number, negated } = protocol ?? { number: 0, negated: false }
  const name = numeric ? null : protocolName(number)
  return `${negated ? '!' : ' '}${(name ?? `${number}`).padEnd(4)}`
}

function printInterfaces({ inInterface, outInterface }: BaseMatch, { numeric }: Listing): string {
  const columns = [inInterface, outInterface].map((each) => {
    const text = each ? `${each.negated ? '!' : ''}${each.pattern}` : null
    return (text ?? (numeric ? '*' : 'any')).padEnd(6)
  })
  return ` ${columns.join(' ')} `
}

function printAddress(
  address: MaskedAddress | undefined,
  family: Family,
  { numeric }: Listing,
): string {
  const network = address ?? {
    address: { family, words: new Array<number>(wordsOf(family)).fill(0) },
    mask: prefixMask(0, family),
  }
  return `${address?.negated ? '!' : ' '}${listNetwork(network, numeric).padEnd(19)} `
}
