import type { Place } from '../../golang/line-table.ts'
import type { ConfigFile } from '../ip-masq-agent/config-file.ts'
import type { Policy, PolicyRange } from './policy.ts'
import { scalar } from './print-policy.ts'

/** A destination on its way to the agent, and the policy that it comes from. */
export interface Destination extends PolicyRange {
  readonly policy: Policy
}

/**
 * The ip-masq-agent ConfigMap that GKE's controller makes of the policies in force. Google says that
 * the destinations become `nonMasqueradeCIDRs`; the order (here by the policies' names), that a
 * range named twice is listed once, and the other keys are suppositions.
 */
export interface MadeConfigMap {
  readonly destinations: readonly Destination[]
  /** What the agent finds. Places are those of the policies' text. */
  readonly file: ConfigFile
  /** As `kubectl get -o yaml` prints it, without what only a server knows. */
  readonly printed: string
}

export function makeConfigMap(policies: readonly Policy[]): MadeConfigMap {
  const destinations = unite(policies)
  const head = destinations.length === 0 ? 'nonMasqueradeCIDRs: []\n' : 'nonMasqueradeCIDRs:\n'
  let text = head
  const starts: number[] = []
  for (const { text: range } of destinations) {
    starts.push(text.length)
    text += `- ${scalar(range)}\n`
  }
  text += 'masqLinkLocal: false\nresyncInterval: 60s\n'
  const place = (offset: number): Place => {
    const last = starts.findLastIndex((start) => start <= offset)
    const written = destinations.slice(0, last + 1).findLast((each) => each.place !== null)
    return written?.place ?? { line: 1, column: 1 }
  }
  return { destinations, file: { text, place }, printed: printed(text) }
}

function unite(policies: readonly Policy[]): readonly Destination[] {
  const sorted = policies.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const all = sorted.flatMap((policy) => policy.ranges.map((range) => ({ ...range, policy })))
  return all.filter(({ text }, at) => all.findIndex((other) => other.text === text) === at)
}

const printed = (file: string): string =>
  [
    'apiVersion: v1',
    'data:',
    '  config: |',
    ...file
      .trimEnd()
      .split('\n')
      .map((line) => `    ${line}`),
    'kind: ConfigMap',
    'metadata:',
    '  name: ip-masq-agent',
    '  namespace: kube-system',
    '',
  ].join('\n')
