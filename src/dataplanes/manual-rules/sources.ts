import type { Source } from '../source.ts'
import type { ManualNote } from './codes.ts'
import type { ManualOrigin } from './type-on-node.ts'

const iptables: Source = {
  grade: 'measured',
  where: 'netfilter: iptables (nf_tables)',
  what: 'iptables, ip6tables, iptables-restore on Linux 6.18',
  version: '1.8.9',
}
const nodes: Source = {
  grade: 'inferred',
  where: 'kubernetes/kubernetes',
  what: 'cluster/gce/gci/configure-helper.sh: a node begins with an empty table nat',
  version: 'v1.28',
}
const arithmetic: Source = { ...iptables, grade: 'inferred', what: 'The addresses of the map' }

export const sources: Readonly<Record<ManualOrigin | ManualNote, Source>> = {
  'manual-command': iptables,
  'manual-saved': iptables,
  'manual-until-recreated': nodes,
  'manual-recreated': nodes,
  'manual-not-everywhere': nodes,
  'manual-table-replaced': iptables,
  'manual-other-tables': iptables,
  'manual-source-nowhere': arithmetic,
  'manual-destination-nowhere': arithmetic,
}
