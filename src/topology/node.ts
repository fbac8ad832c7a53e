import type { Address } from '../net/address.ts'
import type { Cidr } from '../net/cidr.ts'

/** A network interface. Its place in the node's list is its kernel index order. */
export interface Interface {
  readonly name: string
  /** In the order in which they were added: the first of a family is the primary one. */
  readonly addresses: readonly InterfaceAddress[]
}

export interface InterfaceAddress {
  readonly address: Address
  /** Length of the on-link prefix; 32 or 128 where it is a bare address. */
  readonly prefix: number
}

export interface Route {
  readonly to: Cidr
  readonly dev: string
  readonly via: Address | null
}

/** A node as its kernel sees itself: what owns an address, and where packets leave. */
export interface NodeNetwork {
  readonly name: string
  readonly interfaces: readonly Interface[]
  /** Longest prefix wins; among equals the first. */
  readonly routes: readonly Route[]
}
