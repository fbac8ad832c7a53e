import { expect, test } from 'vitest'
import { readDaemonSets } from './daemon-set.ts'
import { CURRENT_APIS, OLD_APIS } from './refuse-daemon-set.ts'

const MANIFEST = `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: ip-masq-agent
  namespace: kube-system
spec:
  selector:
    matchLabels:
      k8s-app: ip-masq-agent
  template:
    metadata:
      labels:
        k8s-app: ip-masq-agent
    spec:
      hostNetwork: true
      containers:
      - name: ip-masq-agent
        image: registry.k8s.io/networking/ip-masq-agent:v2.9.3-gke.5
        args:
          - --masq-chain=IP-MASQ
        volumeMounts:
          - name: config
            mountPath: /etc/config
      volumes:
        - name: config
          configMap:
            name: ip-masq-agent
            optional: true
            items:
              - key: config
                path: ip-masq-agent
`
const read = (text: string, apis = CURRENT_APIS) => readDaemonSets(text, apis)
const agentIn = (text: string) => {
  const [first] = read(text)
  return first?.kind === 'agent' ? first.agent : null
}
const errorIn = (text: string, apis = CURRENT_APIS) => {
  const [first] = read(text, apis)
  return first?.kind === 'refused' ? first.error : null
}

test('an agent has the release of its image tag and the flags of its arguments', () => {
  expect(agentIn(`a: b\n---\n${MANIFEST}`)).toMatchObject({
    key: 'kube-system/ip-masq-agent',
    version: '2.9.3',
    flags: { chain: 'IP-MASQ', allReservedRanges: false, profile: { randomFully: 'never' } },
    mount: { namespace: 'kube-system', name: 'ip-masq-agent', key: 'config' },
    onHost: true,
    place: { line: 4 },
  })
})

test('arguments may stand in the command as well', () => {
  const command = '        command: ["/ip-masq-agent", "--nomasq-all-reserved-ranges"]\n'
  const text = MANIFEST.replace('        args:\n', `${command}        args:\n`)
  expect(agentIn(text)?.flags).toMatchObject({ allReservedRanges: true, chain: 'IP-MASQ' })
})

test.each([
  ['gcr.io/google-containers/ip-masq-agent-amd64:v2.4.1', '2.4.1'],
  ['ip-masq-agent@sha256:0123', null],
  ['example.com/mirror/ip-masq-agent:latest', null],
])('%s is the agent, %s', (image, version) => {
  const agent = agentIn(MANIFEST.replace(/image: .*/, `image: ${image}`))
  expect(agent?.version).toBe(version)
})

test.each([
  'mcr.microsoft.com/aks/ip-masq-agent-v2:v0.1.15',
  'k8s.gcr.io/azure-ip-masq-agent:v2.5.0',
])('%s is another program', (image) => {
  expect(read(MANIFEST.replace(/image: .*/, `image: ${image}`))).toEqual([])
})

test('the volume says which ConfigMap and which key become the file', () => {
  const other = MANIFEST.replace(
    'name: ip-masq-agent\n            optional',
    'name: snat\n            optional',
  )
  expect(agentIn(other.replace('- key: config', '- key: list'))?.mount).toMatchObject({
    name: 'snat',
    key: 'list',
  })
  const whole = other.replace(/ +items:\n.*\n.*\n/, '')
  expect(agentIn(whole)?.mount).toMatchObject({ name: 'snat', key: 'ip-masq-agent' })
})

test('without the network of the node it is told so', () => {
  expect(agentIn(MANIFEST.replace('      hostNetwork: true\n', ''))?.onHost).toBe(false)
})

test('a release that reads no arguments ignores them', () => {
  const agent = agentIn(MANIFEST.replace('v2.9.3-gke.5', 'v2.0.0'))
  expect(agent).toMatchObject({ ignoresArguments: true, flags: { chain: 'IP-MASQ-AGENT' } })
})

test('a flag that the release does not know is told at its line, in the words of the agent', () => {
  const text = MANIFEST.replace('--masq-chain=IP-MASQ', '--to-ports=1-2')
  expect(errorIn(text)).toEqual({
    by: 'agent',
    text: 'flag provided but not defined: -to-ports',
    line: 20,
    column: 13,
  })
})

test.each([
  [
    'an old API',
    MANIFEST.replace('apps/v1', 'extensions/v1beta1'),
    'error: resource mapping not found for name: "ip-masq-agent" namespace: "kube-system" from "ip-masq-agent.yaml": no matches for kind "DaemonSet" in version "extensions/v1beta1"',
    1,
  ],
  [
    'no selector',
    MANIFEST.replace(/ {2}selector:\n.*\n.*\n/, ''),
    'The DaemonSet "ip-masq-agent" is invalid: spec.template.metadata.labels: Invalid value: map[string]string{"k8s-app":"ip-masq-agent"}: `selector` does not match template `labels`',
    7,
  ],
  [
    'a number as an argument',
    MANIFEST.replace('--masq-chain=IP-MASQ', '5'),
    'Error from server (BadRequest): error when creating "ip-masq-agent.yaml": DaemonSet in version "v1" cannot be handled as a DaemonSet: json: cannot unmarshal number into Go struct field Container.spec.template.spec.containers.args of type string',
    20,
  ],
  [
    'a broken line',
    MANIFEST.replace('    spec:', '    spec: a: b'),
    'error: error parsing ip-masq-agent.yaml: error converting YAML to JSON: yaml: line 14: mapping values are not allowed in this context',
    14,
  ],
])('%s is refused before it reaches the cluster', (_, text, error, line) => {
  expect(errorIn(text)).toMatchObject({ by: 'kubectl', text: error, line })
})

test('before 1.16 the old API was served, and set the selector by itself', () => {
  const old = MANIFEST.replace('apps/v1', 'extensions/v1beta1').replace(
    / {2}selector:\n.*\n.*\n/,
    '',
  )
  expect(read(old, OLD_APIS).map(({ kind }) => kind)).toEqual(['agent'])
})

test('DaemonSets of others are none of its business, broken ones neither', () => {
  const other = MANIFEST.replaceAll('ip-masq-agent', 'fluentd')
  expect(read(`${other}---\n${other.replace('apps/v1', 'apps/v9')}`)).toEqual([])
})

test('a manifest may be JSON', () => {
  const container = { image: 'ip-masq-agent:v2.12.6', args: ['--masq-chain=X'] }
  const labels = { app: 'a' }
  const manifest = {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'agent', namespace: 'other' },
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { hostNetwork: true, containers: [container] } },
    },
  }
  expect(agentIn(JSON.stringify(manifest, null, 2))).toMatchObject({
    key: 'other/agent',
    flags: { chain: 'X' },
  })
})
