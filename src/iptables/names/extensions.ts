import type { Family } from '../../net/address.ts'

/**
 * Matches and targets that iptables 1.8.9 has and this program does not. Named here so that a text
 * that uses one is told apart from a misspelt one.
 */
const MATCHES = {
  both:
    'bpf cgroup cluster connbytes connlabel connlimit cpu dccp devgroup dscp ecn esp hashlimit ' +
    'helper ipcomp ipvs length limit mac nfacct osf owner physdev pkttype policy quota rateest ' +
    'recent rpfilter socket string tcpmss time tos u32',
  4: 'ah realm ttl',
  6: 'ah dst eui64 frag hbh hl ipv6header mh rt srh',
}

const TARGETS = {
  both:
    'AUDIT CHECKSUM CLASSIFY CONNSECMARK CT DSCP HMARK IDLETIMER LED NFLOG NFQUEUE NOTRACK QUEUE ' +
    'RATEEST SECMARK SET SYNPROXY TCPMSS TCPOPTSTRIP TEE TOS TPROXY TRACE standard',
  4: 'CLUSTERIP ECN REJECT TTL ULOG',
  6: 'DNPT HL REJECT SNPT',
}

const listed = (lists: typeof MATCHES, family: Family): ReadonlySet<string> =>
  new Set([...lists.both.split(' '), ...lists[family].split(' ')])

const matches = { 4: listed(MATCHES, 4), 6: listed(MATCHES, 6) }
const targets = { 4: listed(TARGETS, 4), 6: listed(TARGETS, 6) }

export const isForeignMatch = (name: string, family: Family): boolean => matches[family].has(name)
export const isForeignTarget = (name: string, family: Family): boolean => targets[family].has(name)
