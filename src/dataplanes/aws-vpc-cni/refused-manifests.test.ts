/// <reference types="node" />
import { expect, test } from 'vitest'
import { stateWithManifests } from '../../scenario/fixtures/state-with-manifests.ts'
import { worldOf } from '../../scenario/world-of.ts'

const EXCLUDED = `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: aws-node
  namespace: kube-system
spec:
  template:
    spec:
      containers:
        - name: aws-node
          env:
            - name: AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS
              value: 10.2.0.0/16
`
const SERVER =
  'Error from server (BadRequest): error when creating "aws-node.yaml": DaemonSet in version "v1" cannot be handled as a DaemonSet: json: '
const MAPPING =
  'error: resource mapping not found for name: "aws-node" namespace: "kube-system" from "aws-node.yaml": '

test.each([
  {
    what: 'a version that there is not',
    text: EXCLUDED.replace('apps/v1', 'extensions/v1beta1'),
    error: `${MAPPING}no matches for kind "DaemonSet" in version "extensions/v1beta1"`,
    at: [1, 13],
  },
  {
    what: 'a kind that there is not',
    text: EXCLUDED.replace('DaemonSet', 'Daemonset'),
    error: `${MAPPING}no matches for kind "Daemonset" in version "apps/v1"`,
    at: [2, 7],
  },
  {
    what: 'no name',
    text: EXCLUDED.replace('  name: aws-node\n', ''),
    error:
      'error: error when retrieving current configuration of:\nResource: "apps/v1, Resource=daemonsets", GroupVersionKind: "apps/v1, Kind=DaemonSet"\nName: "", Namespace: "kube-system"\nfrom server for: "aws-node.yaml": resource name may not be empty',
    at: [4, 3],
  },
  {
    what: 'a specification that is a list',
    text: EXCLUDED.replace(/^spec:[\s\S]*/m, 'spec: [aws-node]\n'),
    error: `${SERVER}cannot unmarshal array into Go struct field DaemonSet.spec of type v1.DaemonSetSpec`,
    at: [6, 7],
  },
  {
    what: 'variables as a mapping',
    text: EXCLUDED.replace(/env:[\s\S]*/, 'env: { AWS_VPC_K8S_CNI_EXTERNALSNAT: "true" }\n'),
    error: `${SERVER}cannot unmarshal object into Go struct field Container.spec.template.spec.containers.env of type []v1.EnvVar`,
    at: [11, 16],
  },
  {
    what: 'a value that is no text',
    text: EXCLUDED.replace('10.2.0.0/16', 'true'),
    error: `${SERVER}cannot unmarshal bool into Go struct field EnvVar.spec.template.spec.containers.env.value of type string`,
    at: [13, 22],
  },
])('$what is refused, and the variables before it stay', async ({ text, error, at }) => {
  const { config } = (await worldOf(stateWithManifests('aws-vpc-cni', text, EXCLUDED))).installed
  const [line, column] = at
  expect(config.error).toEqual({ by: 'kubectl', text: error, line, column })
  expect(config.ranges.map(({ cidr }) => cidr)).toEqual(['10.2.0.0/16'])
})

test('a Service account of that name is none of it', async () => {
  const text = `${EXCLUDED}---\napiVersion: v1\nkind: ServiceAccount\nmetadata: { name: aws-node }\n`
  const { config } = (await worldOf(stateWithManifests('aws-vpc-cni', text, null))).installed
  expect(config.state).toBe('accepted')
})

test('what stays of a text that is no longer there has no lines in this one', async () => {
  const before = EXCLUDED.replace('10.2.0.0/16', '10.2.0.0/16,foo')
  const text = EXCLUDED.replace(/env:[\s\S]*/, 'env: {}\n')
  const state = stateWithManifests('aws-vpc-cni', text, before)
  const { config } = (await worldOf(state)).installed
  expect(config.notes.map(({ code, line }) => [code, line])).toEqual([['aws-not-a-range', null]])
  expect(config.ranges).toEqual([{ cidr: '10.2.0.0/16', line: null }])
})
