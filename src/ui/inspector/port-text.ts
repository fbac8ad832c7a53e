import type { PortSeen } from '../../engine/trace.ts'

/** `443`, or `1024–65535` for one that the kernel picks; undefined where there is no port. */
export function portText(port: PortSeen | undefined): string | undefined {
  if (port === undefined) return undefined
  return port.kind === 'exact' ? String(port.port) : `${port.lo}–${port.hi}`
}
