/// <reference types="node" />
import { describe, expect, test } from 'vitest'
import { printIpset } from '../../iptables/print-ipset.ts'
import { printSave } from '../../iptables/print-save.ts'
import { crd, felix, node1Of, ofVersion, onT1, PODS, pool, stream } from './fixtures/on-t1.ts'

const errorOf = (...documents: readonly string[]) => onT1(stream(...documents)).config.error

const INVALID = "failed to apply 'IPPool' resource: [error with field "

describe('what is refused, in the tool’s words and with its place', () => {
  test.each([
    [
      'host bits',
      pool('pods', 'cidr: 10.8.0.5/16'),
      {
        ...{ by: 'calicoctl', line: 6, column: 9 },
        text: `${INVALID}IPPool.Spec.CIDR = '10.8.0.0/16' (IPPool CIDR is not strictly masked)]`,
      },
    ],
    [
      'host bits, by the CRD',
      crd(pool('pods', 'cidr: 10.8.0.5/16')),
      {
        ...{ by: 'kubectl', line: 6, column: 9 },
        text: 'The IPPool "pods" is invalid: spec: Invalid value: "object": IPPool CIDR must be strictly masked',
      },
    ],
    [
      'no range',
      pool('pods', 'natOutgoing: true', 'cidr: 10.8.0.0'),
      {
        ...{ by: 'calicoctl', line: 7, column: 9 },
        text: `${INVALID}IPPool.Spec.CIDR = '10.8.0.0' (IPPool CIDR must be a valid subnet)]`,
      },
    ],
    [
      'overlap',
      stream(PODS, pool('more', 'cidr: 10.8.128.0/17')),
      {
        ...{ by: 'calicoctl', line: 14, column: 9 },
        text: `${INVALID}IPPool.Spec.CIDR = '10.8.128.0/17' (IPPool(more) CIDR overlaps with IPPool(pods) CIDR 10.8.0.0/16)]`,
      },
    ],
    [
      'IPv4 link-local',
      pool('pods', 'cidr: 169.254.16.0/20'),
      {
        ...{ by: 'calicoctl', line: 6, column: 9 },
        text: `${INVALID}IPPool.Spec.CIDR = '169.254.16.0/20' (IPPool CIDR overlaps with IPv4 Link Local range 169.254.0.0/16)]`,
      },
    ],
    [
      'IPv6 link-local, by the CRD',
      crd(pool('pods', 'cidr: fe80::/64')),
      {
        ...{ by: 'kubectl', line: 6, column: 9 },
        text: 'The IPPool "pods" is invalid: spec: Invalid value: "object": IPPool CIDR overlaps with IPv6 link local range fe80::/10',
      },
    ],
    [
      'a smaller pool than a block',
      pool('pods', 'cidr: 10.8.0.0/27'),
      {
        ...{ by: 'calicoctl', line: 6, column: 9 },
        text: `${INVALID}IPPool.Spec.CIDR = '10.8.0.0/27' (IP pool size is too small for use with Calico IPAM. It must be equal to or greater than the block size.)]`,
      },
    ],
    [
      'an unknown field',
      pool('pods', 'cidr: 10.8.0.0/16', 'natOutgoin: true'),
      {
        ...{ by: 'calicoctl', line: 7, column: 3 },
        text: 'failed to execute command: error unmarshaling JSON: while decoding JSON: json: unknown field "natOutgoin"',
      },
    ],
    [
      'an unknown field, by the API server, which minds the case',
      crd(pool('pods', 'cidr: 10.8.0.0/16', 'natoutgoing: true')),
      {
        ...{ by: 'kubectl', line: 7, column: 3 },
        text: 'Error from server (BadRequest): error when creating "calico.yaml": IPPool in version "v1" cannot be handled as a IPPool: strict decoding error: unknown field "spec.natoutgoing"',
      },
    ],
    [
      'text for a switch',
      pool('pods', 'cidr: 10.8.0.0/16', 'natOutgoing: "true"'),
      {
        ...{ by: 'calicoctl', line: 7, column: 16 },
        text: 'failed to execute command: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal string into Go struct field IPPoolSpec.spec.natOutgoing of type bool',
      },
    ],
    [
      'a mode that there is not',
      crd(pool('pods', 'cidr: 10.8.0.0/16', 'ipipMode: always')),
      {
        ...{ by: 'kubectl', line: 7, column: 13 },
        text: 'The IPPool "pods" is invalid: spec.ipipMode: Unsupported value: "always": supported values: "Never", "Always", "CrossSubnet"',
      },
    ],
    [
      'another kind',
      PODS.replace('kind: IPPool', 'kind: IPPol'),
      {
        ...{ by: 'calicoctl', line: 2, column: 7 },
        text: 'failed to execute command: unknown resource type (IPPol) and/or version (projectcalico.org/v3)',
      },
    ],
    [
      'another version',
      PODS.replace('projectcalico.org/v3', 'v1'),
      {
        ...{ by: 'kubectl', line: 1, column: 13 },
        text: 'error: resource mapping not found for name: "pods" namespace: "" from "calico.yaml": no matches for kind "IPPool" in version "v1"\nensure CRDs are installed first',
      },
    ],
    [
      'a port range upside down',
      felix('natPortRange: 60000:100'),
      {
        ...{ by: 'calicoctl', line: 6, column: 17 },
        text: 'failed to execute command: error unmarshaling JSON: while decoding JSON: minimum port number (60000) is greater than maximum port number (100) in port range',
      },
    ],
    [
      'a port that there is not, which the API server lets through',
      crd(felix('natPortRange: 70000')),
      {
        ...{ by: 'calico', line: 6, column: 17 },
        text: 'json: cannot unmarshal number 70000 into Go value of type uint16',
      },
    ],
    [
      'an IPv6 address',
      crd(felix('natOutgoingAddress: fd00::1')),
      {
        ...{ by: 'kubectl', line: 6, column: 23 },
        text: 'The FelixConfiguration "default" is invalid: spec: Invalid value: "object": natOutgoingAddress must be a valid IPv4 address',
      },
    ],
    [
      'a filter that is no interface',
      felix('iptablesNATOutgoingInterfaceFilter: eth*'),
      {
        ...{ by: 'calicoctl', line: 6, column: 39 },
        text: "failed to apply 'FelixConfiguration' resource: [error with field IptablesNATOutgoingInterfaceFilter = 'eth*' (Reason: failed to validate Field: IptablesNATOutgoingInterfaceFilter because of Tag: ifaceFilter )]",
      },
    ],
    [
      'an exclusion that there is not',
      crd(felix('natOutgoingExclusions: Hosts')),
      {
        ...{ by: 'kubectl', line: 6, column: 26 },
        text: 'The FelixConfiguration "default" is invalid: spec.natOutgoingExclusions: Unsupported value: "Hosts": supported values: "IPPoolsOnly", "IPPoolsAndHostIPs"',
      },
    ],
    [
      'no YAML',
      stream(
        felix('bpfEnabled: false'),
        'apiVersion: projectcalico.org/v3\nkind: IPPool\nspec: [\n',
      ),
      expect.objectContaining({
        by: 'calicoctl',
        line: expect.any(Number),
        column: expect.any(Number),
      }),
    ],
  ])('%s', (_, text, error) => {
    const { config } = onT1(text)
    expect(config.error).toEqual(error)
    expect(config.state).toBe('refused')
  })

  test('of several mistakes all are told, at the first', () => {
    expect(
      errorOf(pool('pods', 'cidr: 169.254.0.5/30'))?.text,
    ).toBe(`failed to apply 'IPPool' resource: [error with the following fields:
-  IPPool.Spec.CIDR = '169.254.0.4/30' (IP pool size is too small for use with Calico IPAM. It must be equal to or greater than the block size.)
-  IPPool.Spec.CIDR = '169.254.0.4/30' (IPPool CIDR is not strictly masked)
-  IPPool.Spec.CIDR = '169.254.0.4/30' (IPPool CIDR overlaps with IPv4 Link Local range 169.254.0.0/16)
]`)
  })
})

describe('what is accepted', () => {
  test.each([
    [
      'calicoctl does not mind the case of a field',
      pool('pods', 'cidr: 10.8.0.0/16', 'natoutgoing: true'),
    ],
    ['documents of others', stream(PODS, 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n')],
    ['broken documents of others', stream(PODS, 'kind: ConfigMap\ndata: [\n')],
    ['another kind of Calico', stream(PODS, PODS.replace('kind: IPPool', 'kind: BGPPeer'))],
    [
      'another project’s IPPool',
      PODS.replace('projectcalico.org/v3', 'whereabouts.cni.cncf.io/v1alpha1'),
    ],
    ['fields of Felix that say nothing of NAT', felix('logSeverityScreen: Info')],
  ])('%s', (_, text) => {
    expect(onT1(text).config).toMatchObject({ state: 'accepted', error: null })
  })

  test('a configuration of another name is noted, and not read', () => {
    const text = felix('natOutgoingAddress: 192.168.0.1').replace('name: default', 'name: defaults')
    const { config } = onT1(stream(PODS, text))
    expect(config.notes).toContainEqual({
      code: 'wrong-name',
      line: 9,
      params: { what: 'name', found: 'defaults', expected: 'default' },
    })
  })
})

describe('what was there before stays', () => {
  const state = (text: string, inForce: string | null) => {
    const { rules } = node1Of(onT1(text, inForce))
    return printSave(rules.nat4) + printIpset(rules.sets)
  }
  const before = stream(PODS, felix('natPortRange: 1024:2047'))

  test.each([
    ['of a pool', before.replace('natOutgoing: true', 'natOutgoing: yes please')],
    ['of a pool whose kind is misspelt', before.replace('kind: IPPool', 'kind: IpPool')],
    ['of a pool that has lost its name', before.replace('name: pods', 'name: ""')],
    ['of a pool whose range would change', before.replace('10.8.0.0/16', '10.9.0.0/16')],
    ['of the configuration', before.replace('1024:2047', '2047:1024')],
    ['of a pool whose text is broken', before.replace('spec:\n', 'spec: [\n')],
  ])('%s', (_, text) => {
    expect(onT1(text, before).config.state).toBe('refused')
    expect(state(text, before)).toBe(state(before, null))
  })

  test('and what is right beside it is taken', () => {
    const text = before.replace('natOutgoing: true', 'natOutgoing: 1').replace('1024:2047', '5')
    expect(state(text, before)).toContain('--to-ports 5 ')
  })

  test('a range does not change', () => {
    expect(onT1(PODS.replace('10.8.', '10.9.'), PODS).config.error?.text).toBe(
      `${INVALID}IPPool.Spec.CIDR = '10.9.0.0/16' (IPPool CIDR cannot be modified)]`,
    )
  })

  test('a pool that is no longer named is gone', () => {
    const two = stream(PODS, pool('away', 'cidr: 10.2.0.0/16', 'disabled: true'))
    expect(state(PODS, two)).toBe(state(PODS, null))
  })
})

describe('notes', () => {
  const notes = (...documents: readonly string[]) => onT1(stream(...documents)).config.notes
  const codes = (...documents: readonly string[]) => notes(...documents).map(({ code }) => code)

  test('a plain pool is worth none', () => {
    expect(notes(PODS)).toEqual([])
  })

  test('natOutgoing left out is false', () => {
    expect(codes(pool('pods', 'cidr: 10.8.0.0/16'))).toEqual([
      'nat-outgoing-omitted',
      'no-pool-nat-outgoing',
    ])
  })

  test('a disabled pool still excludes', () => {
    expect(
      notes(PODS, pool('away', 'cidr: 10.3.0.0/16', 'natOutgoing: false', 'disabled: true')),
    ).toEqual([
      { code: 'disabled-pool-excludes', line: 16, params: { pool: 'away', range: '10.3.0.0/16' } },
    ])
  })

  test('a pool over the nodes’ network', () => {
    expect(notes(pool('wide', 'cidr: 10.0.0.0/12', 'natOutgoing: true'))).toEqual(
      ['nodes', 'on-prem'].map((network) => ({
        ...{ code: 'pool-covers-network', line: 6 },
        params: { pool: 'wide', range: '10.0.0.0/12', network },
      })),
    )
  })

  test('pools that the API server lets overlap', () => {
    expect(
      codes(crd(stream(PODS, pool('more', 'cidr: 10.8.128.0/17', 'natOutgoing: true')))),
    ).toEqual(['pools-overlap'])
  })

  test('a Pod in no pool', () => {
    expect(codes(pool('half', 'cidr: 10.8.0.0/24', 'natOutgoing: true'))).toEqual([
      'pod-outside-pools',
    ])
  })

  test('a pool for load balancers, before the version that leaves it out', () => {
    const balancers = pool('lb', 'cidr: 10.20.0.0/24', 'allowedUses: [LoadBalancer]')
    expect(codes(PODS, balancers)).toEqual([])
    expect(codes(ofVersion('v3.32.0'), PODS, balancers)).toEqual(['load-balancer-pool-excludes'])
  })

  test('an exclusion that the version does not know, and a version that is none', () => {
    expect(
      codes(ofVersion('v3.30.7'), PODS, felix('natOutgoingExclusions: IPPoolsAndHostIPs')),
    ).toEqual(['exclusions-too-new'])
    expect(codes(ofVersion('latest'), PODS)).toEqual(['version-unknown'])
  })

  test('the pool that calico-node makes where there is none', () => {
    expect(codes(felix('bpfEnabled: false'))).toEqual(['default-pool-made'])
  })
})
