import { formatCidr } from '../../net/cidr.ts'
import type { Printout } from '../dataplane.ts'
import type { IpPool } from './ip-pool.ts'

/** What calicoctl prints of the pools, by name. */
export const printouts = (pools: readonly IpPool[]): readonly Printout[] =>
  pools.length === 0 ? [] : [{ command: 'calicoctl get ippool -o wide', text: poolTable(pools) }]

/**
 * Columns three spaces apart. Before v3.21 there was no DISABLEBGPEXPORT.
 * Source: projectcalico/calico calicoctl/calicoctl/resourcemgr/ippool.go.
 */
function poolTable(pools: readonly IpPool[]): string {
  const byName = pools.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const rows = [HEAD, ...byName.map(cellsOf)]
  const widths = HEAD.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)))
  const lines = rows.map((row) => row.map((cell, i) => cell.padEnd((widths[i] ?? 0) + 3)).join(''))
  return lines.map((line) => `${line}\n`).join('')
}

const HEAD = 'NAME CIDR NAT IPIPMODE VXLANMODE DISABLED DISABLEBGPEXPORT SELECTOR'.split(' ')

const cellsOf = (pool: IpPool): readonly string[] => [
  pool.name,
  formatCidr(pool.cidr),
  String(pool.natOutgoing),
  pool.ipipMode,
  pool.vxlanMode,
  String(pool.disabled),
  String(pool.disableBgpExport),
  pool.nodeSelector,
]
