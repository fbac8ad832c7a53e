import { expect, test } from 'vitest'
import { invariant } from '../net/invariant.ts'
import { evaluate } from './evaluate.ts'
import { loadBuiltin } from './load-builtin.ts'

const manifest = (apiVersion: string, kind: string, name: string, rest: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: kube-system\n${rest}\n`

/** Go's reader of YAML bears 10,000. */
const lists = (deep: number): string => '['.repeat(deep) + ']'.repeat(deep)
const DEEP = lists(9900)

const TAKEN: readonly (readonly [scenario: string, text: string])[] = [
  ['private-endpoint-to-be', manifest('v1', 'ConfigMap', 'ip-masq-agent', `data: ${DEEP}`)],
  [
    'private-endpoint-to-be',
    manifest('v1', 'ConfigMap', 'ip-masq-agent', `data:\n  config: |\n    masqLinkLocal: ${DEEP}`),
  ],
  [
    'autopilot-egress-nat-policy',
    manifest(
      'networking.gke.io/v1',
      'EgressNATPolicy',
      'default',
      `spec:\n  action: NoSNAT\n  destinations: ${DEEP}`,
    ),
  ],
  [
    'calico-nat-outgoing',
    manifest('projectcalico.org/v3', 'IPPool', 'p', `spec:\n  cidr: ${DEEP}`),
  ],
  ['cilium-ebpf-ip-masq-agent', manifest('v1', 'ConfigMap', 'cilium-config', `data: ${DEEP}`)],
  ['aws-excluded-range', manifest('apps/v1', 'DaemonSet', 'aws-node', `spec: ${DEEP}`)],
]

async function saidOf(scenario: string, text: string) {
  const state = await loadBuiltin(scenario)
  invariant(state, scenario)
  const manifests = { ...state.manifests, applied: true, text, inForce: null }
  return (await evaluate({ ...state, manifests })).config.error
}

test('manifests that nest as deep as Go bears are refused for what is wrong with them', async () => {
  for (const [scenario, text] of TAKEN) {
    const error = await saidOf(scenario, text)
    expect(error?.text, scenario).toMatch(/json: cannot unmarshal|body must be of type/)
    expect(error?.line, scenario).toBeGreaterThan(0)
  }
}, 60_000)

test('and deeper ones with the words of Go’s reader, at the place', async () => {
  const text = manifest(
    'v1',
    'ConfigMap',
    'ip-masq-agent',
    `data:\n  config: |\n    ${lists(10_001)}`,
  )
  expect(await saidOf('private-endpoint-to-be', text)).toMatchObject({
    text: 'yaml: exceeded max depth of 10000',
    line: 8,
    column: 10_005,
  })
})
