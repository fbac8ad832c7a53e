import { emptyNat } from '../../engine/nat-table.ts'
import type { NatTable } from '../../engine/rule.ts'
import { invariant } from '../../net/invariant.ts'
import type { ConfigReport } from '../config-report.ts'
import type { Standing } from '../every-node.ts'
import { GKE_FLAGS } from '../ip-masq-agent/flags.ts'
import type { MasqConfig } from '../ip-masq-agent/masq-config.ts'
import { agentRules } from '../ip-masq-agent/rules.ts'
import { agentProfile } from '../ip-masq-agent/version.ts'

/** Release notes of GKE name no agent version; this is the newest whose source was read. */
export const AGENT_FLAGS = { ...GKE_FLAGS, profile: agentProfile('2.12.6') }

/** What is in force; null where no agent runs. */
export const agentReport = (
  state: ConfigReport['state'],
  config: MasqConfig | null,
): ConfigReport => ({
  state,
  error: null,
  using: null,
  ranges: (config?.ranges ?? []).map(({ text, place }) => ({
    cidr: text,
    line: place?.line ?? null,
  })),
  rangesAreDefaults: config?.rangesAreDefaults ?? false,
  masqLinkLocal: config?.masqLinkLocal ?? false,
  notes: [],
})

/** The agent's rules for a configuration that is known to be writable. */
export function writtenByAgent(config: MasqConfig): Standing {
  const nat4 = agentRules(config, AGENT_FLAGS, 4)
  invariant(nat4.ok, 'the default ranges can be written')
  return standing(nat4.value)
}

/** Without `--enable-ipv6` the agent leaves IPv6 alone. */
export const standing = (nat4: NatTable | null): Standing => ({
  rules: { nat4: nat4 ?? emptyNat(4), nat6: emptyNat(6), sets: [] },
  silence: nat4 === null ? 'nothing-written' : 'no-rule',
  writer: 'agent',
})
