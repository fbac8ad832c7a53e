/** `/etc/protocols` of Debian 12 (netbase 6.4): name, number, other names. */
const TABLE = `
  ip 0 IP; hopopt 0 HOPOPT; icmp 1 ICMP; igmp 2 IGMP; ggp 3 GGP; ipencap 4 IP-ENCAP; st 5 ST;
  tcp 6 TCP; egp 8 EGP; igp 9 IGP; pup 12 PUP; udp 17 UDP; hmp 20 HMP; xns-idp 22 XNS-IDP;
  rdp 27 RDP; iso-tp4 29 ISO-TP4; dccp 33 DCCP; xtp 36 XTP; ddp 37 DDP; idpr-cmtp 38 IDPR-CMTP;
  ipv6 41 IPv6; ipv6-route 43 IPv6-Route; ipv6-frag 44 IPv6-Frag; idrp 45 IDRP; rsvp 46 RSVP;
  gre 47 GRE; esp 50 IPSEC-ESP; ah 51 IPSEC-AH; skip 57 SKIP; ipv6-icmp 58 IPv6-ICMP;
  ipv6-nonxt 59 IPv6-NoNxt; ipv6-opts 60 IPv6-Opts; rspf 73 RSPF CPHB; vmtp 81 VMTP;
  eigrp 88 EIGRP; ospf 89 OSPFIGP; ax.25 93 AX.25; ipip 94 IPIP; etherip 97 ETHERIP;
  encap 98 ENCAP; pim 103 PIM; ipcomp 108 IPCOMP; vrrp 112 VRRP; l2tp 115 L2TP; isis 124 ISIS;
  sctp 132 SCTP; fc 133 FC; mobility-header 135 Mobility-Header; udplite 136 UDPLite;
  mpls-in-ip 137 MPLS-in-IP; manet 138; hip 139 HIP; shim6 140 Shim6; wesp 141 WESP;
  rohc 142 ROHC; ethernet 143 Ethernet; mptcp 262 MPTCP;
`

/** What iptables itself calls a protocol, before it asks `/etc/protocols`. Source: 1.8.9. */
const OWN: readonly (readonly [string, number])[] = [
  ['tcp', 6],
  ['sctp', 132],
  ['udp', 17],
  ['udplite', 136],
  ['icmp', 1],
  ['ipv6-icmp', 58],
  ['icmpv6', 58],
  ['esp', 50],
  ['ah', 51],
  ['mobility-header', 135],
  ['ipv6-mh', 135],
  ['mh', 135],
  ['all', 0],
]

function readTable() {
  const numbers = new Map<string, number>()
  const names = new Map<number, string>()
  function learn(number: number, name: string, aliases: readonly string[]): void {
    if (!names.has(number)) names.set(number, name)
    for (const each of [name, ...aliases]) if (!numbers.has(each)) numbers.set(each, number)
  }
  for (const [name, number] of OWN) learn(number, name, [])
  for (const entry of TABLE.split(';')) {
    const [name = '', number = '', ...aliases] = entry.trim().split(/\s+/)
    if (name !== '') learn(Number(number), name, aliases)
  }
  return { numbers, names }
}

// Pure, so that a bundle which only prints numbers leaves the table out.
const protocols = /* @__PURE__ */ readTable()

export const protocolNumber = (name: string): number | null => protocols.numbers.get(name) ?? null

/** What `-p` is printed as; null where the number has no name. */
export const protocolName = (number: number): string | null => protocols.names.get(number) ?? null

/** Names by which iptables finds the match that belongs to a protocol, without `/etc/protocols`. */
export function ownProtocolName(number: number): string | null {
  return OWN.find(([, each]) => each === number)?.[0] ?? null
}
