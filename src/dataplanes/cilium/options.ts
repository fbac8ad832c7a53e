import type { Place } from '../../golang/line-table.ts'
import type { Cidr } from '../../net/cidr.ts'

/** Options of the agent as they are written, by their names. */
export type WrittenOptions = ReadonlyMap<string, WrittenOption>

export interface WrittenOption {
  readonly text: string
  readonly place: Place
}

/** What the agent was started with, as far as it decides on source addresses. */
export interface CiliumOptions {
  readonly ipv4: boolean
  readonly ipv6: boolean
  readonly masquerade4: boolean
  readonly masquerade6: boolean
  readonly bpfMasquerade: boolean
  readonly tunnel: boolean
  /** `ipv4-native-routing-cidr` and its twin; null where unset. */
  readonly native4: Cidr | null
  readonly native6: Cidr | null
  readonly ipam: string
  /** As written, names parted by commas; '' where unset. */
  readonly egressInterfaces: string
  /** Names, a `+` at the end standing for any rest; empty: the agent looks for them itself. */
  readonly devices: readonly string[]
  readonly ipMasqAgent: boolean
  readonly routeSource: boolean
  readonly randomFully: boolean
  readonly remoteNodeMasquerade: boolean
  readonly onlyDefaultPool: boolean
  readonly egressGateway: boolean
  readonly sctp: boolean
  readonly endpointRoutes: boolean
  /** The last port of Services of type NodePort. */
  readonly nodePortMax: number
}

/** Whether a family is masqueraded at all. */
export const masquerades = (
  { ipv4, ipv6, masquerade4, masquerade6 }: CiliumOptions,
  family: 4 | 6,
): boolean => (family === 4 ? ipv4 && masquerade4 : ipv6 && masquerade6)
