import { type Address, parseAddress } from '../net/address.ts'
import { type Cidr, cidrOf } from '../net/cidr.ts'
import { err, ok, type Result } from '../net/result.ts'
import type { Interface, InterfaceAddress, NodeNetwork, Route } from '../topology/node.ts'
import { field, type Json, listOf, textOf } from './eval-json.ts'

/**
 * A node as a recording describes it: `{interfaces: [{name, addresses}], routes: [{to, via?, dev}]}`.
 * An address may carry its prefix; without one it stands alone, but for 127.0.0.1, which the kernel
 * itself gives /8.
 */
export function readNode(name: string, value: Json): Result<NodeNetwork, string> {
  const interfaces = listOf(field(value, 'interfaces'), readInterface)
  if (!interfaces.ok) return err(`interfaces: ${interfaces.error}`)
  const routes = listOf(field(value, 'routes'), readRoute)
  if (!routes.ok) return err(`routes: ${routes.error}`)
  return ok({ name, interfaces: interfaces.value, routes: routes.value })
}

function readInterface(value: Json): Result<Interface, string> {
  const name = textOf(value, 'name')
  if (!name.ok) return name
  const addresses = listOf(field(value, 'addresses'), readInterfaceAddress)
  return addresses.ok ? ok({ name: name.value, addresses: addresses.value }) : addresses
}

function readInterfaceAddress(value: Json): Result<InterfaceAddress, string> {
  if (typeof value !== 'string') return err(`${JSON.stringify(value)} is not an address`)
  const range = readPrefixed(value)
  if (!range.ok) return range
  const { address, prefix } = range.value
  return ok({ address, prefix: value === '127.0.0.1' ? 8 : prefix })
}

function readRoute(value: Json): Result<Route, string> {
  const to = textOf(value, 'to')
  if (!to.ok) return to
  const range = readPrefixed(to.value)
  if (!range.ok) return range
  const dev = textOf(value, 'dev')
  if (!dev.ok) return dev
  const via = field(value, 'via') === undefined ? ok(null) : readVia(value)
  if (!via.ok) return via
  const cidr: Cidr = cidrOf(range.value.address, range.value.prefix)
  return ok({ to: cidr, dev: dev.value, via: via.value })
}

function readVia(value: Json): Result<Address, string> {
  const text = textOf(value, 'via')
  return text.ok ? readAddress(text.value) : text
}

export function readAddress(text: string): Result<Address, string> {
  const address = parseAddress(text)
  return address.ok ? address : err(`${text} is not an address`)
}

function readPrefixed(text: string): Result<InterfaceAddress, string> {
  const [base = '', width] = text.split('/', 2)
  const address = readAddress(base)
  if (!address.ok) return address
  const whole = address.value.words.length * 32
  const prefix = width === undefined ? whole : Number(width)
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > whole || width === '') {
    return err(`${text} has no prefix length`)
  }
  return ok({ address: address.value, prefix })
}
