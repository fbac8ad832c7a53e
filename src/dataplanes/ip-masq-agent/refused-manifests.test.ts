/// <reference types="node" />
import { expect, test } from 'vitest'
import { stateWithManifests } from '../../scenario/fixtures/state-with-manifests.ts'
import { worldOf } from '../../scenario/world-of.ts'

const AGENT = `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: ip-masq-agent
  namespace: kube-system
spec:
  selector: { matchLabels: { k8s-app: ip-masq-agent } }
  template:
    metadata: { labels: { k8s-app: ip-masq-agent } }
    spec:
      hostNetwork: true
      containers:
        - name: ip-masq-agent
          image: registry.k8s.io/networking/ip-masq-agent:v2.12.6
          args: [--masq-chain=IP-MASQ]
          securityContext: { privileged: true }
          volumeMounts: [{ name: config, mountPath: /etc/config }]
      volumes:
        - name: config
          configMap: { name: ip-masq-agent, items: [{ key: config, path: ip-masq-agent }] }
`
const CONFIG = `apiVersion: v1
kind: ConfigMap
metadata:
  name: ip-masq-agent
  namespace: kube-system
data:
  config: |
    nonMasqueradeCIDRs: [8.8.8.0/24]
`
const BEFORE = `${AGENT}---\n${CONFIG}`

const SERVER =
  'Error from server (BadRequest): error when creating "ip-masq-agent.yaml": DaemonSet in version "v1" cannot be handled as a DaemonSet: json: '

test.each([
  {
    what: 'a ConfigMap cut off before its name',
    text: `${AGENT}---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n`,
    error:
      'error: error when retrieving current configuration of:\nResource: "/v1, Resource=configmaps", GroupVersionKind: "/v1, Kind=ConfigMap"\nName: "", Namespace: "default"\nfrom server for: "configmap.yaml": resource name may not be empty',
    at: [24, 10],
  },
  {
    what: 'a single container instead of a list',
    text: BEFORE.replace('- name: ip-masq-agent\n', '  name: ip-masq-agent\n'),
    error: `${SERVER}cannot unmarshal object into Go struct field PodSpec.spec.template.spec.containers of type []v1.Container`,
    at: [13, 11],
  },
  {
    what: 'arguments in one text',
    text: BEFORE.replace('[--masq-chain=IP-MASQ]', '--masq-chain=IP-MASQ'),
    error: `${SERVER}cannot unmarshal string into Go struct field Container.spec.template.spec.containers.args of type []string`,
    at: [15, 17],
  },
])('$what is refused, and the rules before it stay', async ({ text, error, at }) => {
  const { config, agent } = (await worldOf(stateWithManifests('gke-standard', text, BEFORE)))
    .installed
  const [line, column] = at
  expect(config.error).toEqual({ by: 'kubectl', text: error, line, column })
  expect(agent?.runs).toBe(true)
  expect(config.ranges.map(({ cidr }) => cidr)).toEqual(['8.8.8.0/24'])
})
