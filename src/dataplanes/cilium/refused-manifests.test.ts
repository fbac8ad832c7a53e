/// <reference types="node" />
import { expect, test } from 'vitest'
import { stateWithManifests } from '../../scenario/fixtures/state-with-manifests.ts'
import { worldOf } from '../../scenario/world-of.ts'

const NATIVE = `apiVersion: v1
kind: ConfigMap
metadata:
  name: cilium-config
  namespace: kube-system
data:
  routing-mode: "native"
  ipv4-native-routing-cidr: "10.2.0.0/16"
`

const SERVER =
  'Error from server (BadRequest): error when creating "manifests.yaml": ConfigMap in version "v1" cannot be handled as a ConfigMap: json: '

test.each([
  {
    what: 'an option that is no text',
    text: `${NATIVE}  enable-bpf-masquerade: true\n`,
    error: `${SERVER}cannot unmarshal bool into Go struct field ConfigMap.data of type string`,
    at: [9, 26],
  },
  {
    what: 'options in a list',
    text: NATIVE.replace(/^data:[\s\S]*/m, 'data: [native]\n'),
    error: `${SERVER}cannot unmarshal array into Go struct field ConfigMap.data of type map[string]string`,
    at: [6, 7],
  },
  {
    what: 'no kind',
    text: NATIVE.replace('kind: ConfigMap\n', ''),
    error: `error: unable to decode "manifests.yaml": Object 'Kind' is missing in '{"apiVersion":"v1","data":{"ipv4-native-routing-cidr":"10.2.0.0/16","routing-mode":"native"},"metadata":{"name":"cilium-config","namespace":"kube-system"}}'`,
    at: [1, 1],
  },
  {
    what: 'a kind that there is not',
    text: NATIVE.replace('ConfigMap', 'configmap'),
    error:
      'error: resource mapping not found for name: "cilium-config" namespace: "kube-system" from "manifests.yaml": no matches for kind "configmap" in version "v1"',
    at: [2, 7],
  },
  {
    what: 'a version that there is not',
    text: NATIVE.replace('v1', 'v2'),
    error:
      'error: resource mapping not found for name: "cilium-config" namespace: "kube-system" from "manifests.yaml": no matches for kind "ConfigMap" in version "v2"',
    at: [1, 13],
  },
  {
    what: 'no name',
    text: NATIVE.replace('  name: cilium-config\n', ''),
    error:
      'error: error when retrieving current configuration of:\nResource: "/v1, Resource=configmaps", GroupVersionKind: "/v1, Kind=ConfigMap"\nName: "", Namespace: "kube-system"\nfrom server for: "manifests.yaml": resource name may not be empty',
    at: [4, 3],
  },
])('$what is refused, and the options before it stay', async ({ text, error, at }) => {
  const { config } = (await worldOf(stateWithManifests('cilium', text, NATIVE))).installed
  const [line, column] = at
  expect(config.error).toEqual({ by: 'kubectl', text: error, line, column })
  expect(config.state).toBe('refused')
  expect(config.ranges.map(({ cidr }) => cidr)).toEqual(['10.2.0.0/16'])
})

test('ConfigMaps of others may have no name, and say what they like', async () => {
  const text = `${NATIVE}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {}\ndata: [x]\n`
  const { config } = (await worldOf(stateWithManifests('cilium', text, null))).installed
  expect(config.error).toBeNull()
})
