import type { ClusterFacts } from '../dataplane.ts'
import { defaultRanges } from '../ip-masq-agent/default-config.ts'
import { GKE_AGENT, OLD_GKE_AGENT } from './gke-agent.ts'
import { readGkeVersion } from './gke-version.ts'

/** A ConfigMap that says what holds without one. */
export function starter({ settings: { gkeVersion } }: ClusterFacts): string {
  const { flags } = readGkeVersion(gkeVersion).old ? OLD_GKE_AGENT : GKE_AGENT
  return [
    'apiVersion: v1',
    'kind: ConfigMap',
    'metadata:',
    '  name: ip-masq-agent',
    '  namespace: kube-system',
    'data:',
    '  config: |',
    '    nonMasqueradeCIDRs:',
    ...defaultRanges(flags.allReservedRanges).map((range) => `      - ${range}`),
    '    masqLinkLocal: false',
    '    resyncInterval: 60s',
    '',
  ].join('\n')
}
