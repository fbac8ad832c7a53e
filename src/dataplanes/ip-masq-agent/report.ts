import type { ConfigReport } from '../config-report.ts'
import type { MasqConfig } from './masq-config.ts'

/** What is in force; null where no agent runs, or where it has taken nothing over yet. */
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
