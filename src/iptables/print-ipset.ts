import type { IpSet, IpSetEntry } from '../engine/rule.ts'
import type { Family } from '../net/address.ts'
import { formatElementPort } from './ipset/element-port.ts'
import { ntop } from './words/format-address.ts'

/** Sets as `ipset save` prints them. Source: ipset 7.17, measured. */
export function printIpset(sets: readonly IpSet[]): string {
  const lines = sets.flatMap(({ name, type, family, options, entries }) => [
    ['create', name, type, 'family', family === 6 ? 'inet6' : 'inet', ...options].join(' '),
    ...entries.map((entry) => `add ${name} ${formatEntry(entry, family)}`),
  ])
  return lines.map((line) => `${line}\n`).join('')
}

function formatEntry({ address, prefix, port, nomatch, options = [] }: IpSetEntry, family: Family) {
  const whole = family === 4 ? 32 : 128
  const network = prefix === whole ? ntop(address) : `${ntop(address)}/${prefix}`
  const element = port ? `${network},${formatElementPort(port, family)}` : network
  return [element, ...options, ...(nomatch ? ['nomatch'] : [])].join(' ')
}
