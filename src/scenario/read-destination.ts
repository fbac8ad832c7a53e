import { halfWidth } from '../net/half-width.ts'

/** A destination as the flow field shows it, in the two parts that a `FlowSpec` keeps. */
export interface Destination {
  /** An address or the name of an endpoint, as typed; whether there is one is the engine's to say. */
  readonly to: string
  readonly port?: number | undefined
}

const BRACKETED = /^\[([^\]]*)\](?::(\d*))?$/
const ONE_COLON = /^([^:]*):(\d*)$/

/**
 * Splits what was typed into destination and port: `10.2.1.100:443`, `8.8.8.8`, `[2001:db8::1]:443`,
 * `2001:db8::1`, `endpoint-name:443`. Text that cannot be split this way comes back whole, and the
 * engine says what is wrong with it. Wide digits are digits. A colon with nothing after it is a port not yet typed.
 */
export function readDestination(text: string): Destination {
  const trimmed = halfWidth(text).trim()
  const [, to, port] = BRACKETED.exec(trimmed) ?? ONE_COLON.exec(trimmed) ?? []
  if (to === undefined) return { to: trimmed }
  return port ? { to, port: Number(port) } : { to }
}

/** The shortest text that `readDestination` reads as this destination. */
export function writeDestination({ to, port }: Destination): string {
  if (port === undefined) return to
  return to.includes(':') ? `[${to}]:${port}` : `${to}:${port}`
}
