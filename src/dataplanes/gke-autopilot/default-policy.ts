import { DEFAULT_NAME } from './policy.ts'
import { printPolicy } from './print-policy.ts'

/**
 * The destinations of the editable policy of a new cluster, in its own order.
 * Source: Google Cloud, "IP masquerade agent", Default policy.
 */
export const DEFAULT_RANGES = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '240.0.0.0/4',
  '192.0.2.0/24',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '100.64.0.0/10',
  '198.18.0.0/15',
  '192.0.0.0/24',
  '192.88.99.0/24',
] as const

export const DEFAULT_MANIFEST = printPolicy(DEFAULT_NAME, DEFAULT_RANGES)
