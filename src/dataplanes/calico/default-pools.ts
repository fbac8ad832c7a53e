import { type Cidr, formatCidr } from '../../net/cidr.ts'
import type { IpPool } from './ip-pool.ts'

/**
 * The pools that calico-node makes where it finds none when it first starts: IPIP and NAT for IPv4,
 * neither for IPv6. A Pod range more gets a pool more, as an administrator would add it.
 * Sources: calico v3.32.1, node/pkg/lifecycle/startup/startup.go; manifests/calico.yaml.
 */
export const defaultPools = (podRanges: readonly Cidr[]): readonly IpPool[] =>
  podRanges.map((cidr, at) => {
    const { family } = cidr.base
    const before = podRanges.slice(0, at).filter(({ base }) => base.family === family).length
    const usual = family === 4 ? 26 : 122
    return {
      name: `default-ipv${family}-ippool${before === 0 ? '' : `-${before + 1}`}`,
      cidr,
      natOutgoing: family === 4,
      disabled: false,
      ipipMode: family === 4 ? 'Always' : 'Never',
      vxlanMode: 'Never',
      allowedUses: ['Workload', 'Tunnel'],
      blockSize: Math.max(usual, cidr.prefix),
      disableBgpExport: false,
      nodeSelector: 'all()',
      places: { cidr: null, natOutgoing: null, disabled: null },
    }
  })

/** The manifests of a fresh installation. */
export function starterText(podRanges: readonly Cidr[]): string {
  const pools = defaultPools(podRanges).map(
    ({
      name,
      cidr,
      ipipMode,
      vxlanMode,
      natOutgoing,
      blockSize,
    }) => `apiVersion: projectcalico.org/v3
kind: IPPool
metadata:
  name: ${name}
spec:
  cidr: ${formatCidr(cidr)}
  blockSize: ${blockSize}
  ipipMode: ${ipipMode}
  vxlanMode: ${vxlanMode}
  natOutgoing: ${natOutgoing}
  nodeSelector: all()
`,
  )
  return [...pools, FELIX].join('---\n')
}

const FELIX = `apiVersion: projectcalico.org/v3
kind: FelixConfiguration
metadata:
  name: default
spec:
  bpfEnabled: false
  floatingIPs: Disabled
  logSeverityScreen: Info
`
