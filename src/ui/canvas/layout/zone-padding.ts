import type { Zone } from '../../../scenario/evaluation.ts'
import type { Padding, Size } from './geometry.ts'

const PLAIN: Padding = { top: 32, side: 12, bottom: 14 }
/** Where a packet is refused its words stand above the firewall, and below the name of the zone. */
const GUARDED: Padding = { ...PLAIN, top: 86 }

/** Between a zone's edge and what stands in it, its title above. */
export const ZONE_PADDING: Readonly<Record<Zone['kind'], Padding>> = {
  vpc: PLAIN,
  subnet: PLAIN,
  cluster: PLAIN,
  pool: PLAIN,
  node: PLAIN,
  'on-prem': GUARDED,
  internet: PLAIN,
}

/** A zone in which nothing stands yet: room enough to put something into it. */
export const EMPTY_ZONE: Size = { width: 176, height: 92 }
