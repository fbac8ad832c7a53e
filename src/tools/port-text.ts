import type { PortSeen } from '../engine/trace.ts'

/** A port as tools print it; of one that a kernel picks unseen what is known: `<1024-65535>`. */
export const portText = (port: PortSeen): string =>
  port.kind === 'exact' ? String(port.port) : `<${port.lo}-${port.hi}>`
