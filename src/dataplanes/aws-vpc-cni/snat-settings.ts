import type { Place } from '../../golang/line-table.ts'
import type { Cidr } from '../../net/cidr.ts'

/** What the environment of `aws-node` asks for. */
export interface SnatSettings {
  /** `AWS_VPC_K8S_CNI_EXTERNALSNAT`: somebody outside the node translates. */
  readonly external: boolean
  /** `AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS`: kept beside the VPC's own ranges. */
  readonly excluded: readonly { readonly range: Cidr; readonly place: Place | null }[]
  /** `AWS_VPC_K8S_CNI_RANDOMIZESNAT`. */
  readonly random: 'prng' | 'hashrandom' | 'none'
  /** `AWS_VPC_K8S_CNI_CONNMARK`: the mark of flows that leave by the primary ENI. */
  readonly connmark: number
  /** `AWS_VPC_K8S_CNI_VETHPREFIX`: what the host side of a Pod's interface is called. */
  readonly vethPrefix: string
}

export const DEFAULT_SETTINGS: SnatSettings = {
  external: false,
  excluded: [],
  random: 'prng',
  connmark: 0x80,
  vethPrefix: 'eni',
}
