import { parseCidr } from '../../net/cidr.ts'
import { invariant } from '../../net/invariant.ts'
import type { AgentFlags } from './flags.ts'
import type { MasqConfig } from './masq-config.ts'

export const CIDR_LIMIT = 64n
export const RESYNC_NANOSECONDS = 60_000_000_000n

const SHORT_LIST = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']
const LONG_LIST = [
  ...SHORT_LIST,
  '100.64.0.0/10',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '240.0.0.0/4',
]

/** In the agent's order; the long list with `--nomasq-all-reserved-ranges`. */
export function defaultRanges(allReserved: boolean, testNet2 = true): readonly string[] {
  if (!allReserved) return SHORT_LIST
  return testNet2 ? LONG_LIST : LONG_LIST.filter((range) => range !== '198.51.100.0/24')
}

/**
 * What the agent works with where there is no file. The reader of files comes to the same, but it is
 * the larger half of the agent, and most nodes never need it.
 */
export const defaultConfig = ({ allReservedRanges, profile }: AgentFlags): MasqConfig => ({
  ranges: defaultRanges(allReservedRanges, profile.testNet2).map((text) => {
    const network = parseCidr(text)
    invariant(network.ok, 'the default list holds ranges')
    return { text, network: network.value, family: 4, place: null }
  }),
  rangesAreDefaults: true,
  cidrLimit: CIDR_LIMIT,
  masqLinkLocal: false,
  masqLinkLocalIpv6: false,
  resyncNanoseconds: RESYNC_NANOSECONDS,
  places: {
    nonMasqueradeCIDRs: null,
    cidrLimit: null,
    masqLinkLocal: null,
    masqLinkLocalIPv6: null,
    resyncInterval: null,
  },
})
