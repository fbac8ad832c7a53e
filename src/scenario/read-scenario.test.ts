import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readScenario } from './read-scenario.ts'

const scenario = `apiVersion: snat-playground/v1
kind: Scenario
metadata:
  name: two-lines
clusters:
  - name: gke
    podRanges: [100.65.0.0/16]
nodes:
  - { name: node-1, address: 10.1.1.10 }
pods:
  - { name: pod-a, node: node-1, addresses: [100.65.0.50] }
vpcs:
  - name: vpc
flows:
  - { name: out, from: pod-a, to: 8.8.8.8 }
`
const manifest = (config: string): string => `apiVersion: v1
kind: ConfigMap
metadata: { name: ip-masq-agent, namespace: kube-system }
data:
  config: |
    ${config}
`

function issues(text: string) {
  const read = readScenario(text)
  return read.ok ? [] : read.error
}

describe('A stream of a Scenario and real manifests', () => {
  test('without a ConfigMap nothing is applied', () => {
    const read = readScenario(scenario)
    expect(read.ok && read.value.manifests).toEqual({ applied: false, text: '', inForce: null })
    expect(read.ok && read.value.flow).toMatchObject({ name: 'out', from: 'pod-a', to: '8.8.8.8' })
  })

  test.each([
    ['quoted keys', scenario.replace('kind:', '"kind":')],
    ['single quotes', scenario.replace('kind:', "'kind' :")],
    ['JSON on many lines', JSON.stringify(parse(scenario), null, 2)],
    ['JSON on one line', JSON.stringify(parse(scenario))],
  ])('a scenario may be written with %s', (_title, text) => {
    expect(issues(text)).toEqual([])
    const map = manifest('masqLinkLocal: true')
    const read = readScenario(`${text}\n---\n${map}`)
    expect(read.ok && read.value.manifests.text).toBe(map)
  })

  test('a manifest is taken as it is written, to the letter', () => {
    const text = manifest('nonMasqueradeCIDRS:# odd')
    const read = readScenario(`${scenario}---\n${text}`)
    expect(read.ok && read.value.manifests).toEqual({ applied: true, text, inForce: null })
  })

  test('of two ConfigMaps the second is applied over the first', () => {
    const [first, second] = [manifest('masqLinkLocal: true'), manifest('masqLinkLocal: "x"')]
    const read = readScenario(`${scenario}---\n${first}---\n${second}`)
    expect(read.ok && read.value.manifests.inForce?.trim()).toBe(first.trim())
    expect(read.ok && read.value.manifests.text).toBe(second)
  })
})

describe('Manifests of several kinds', () => {
  const pool = (cidr: string) => `kind: IPPool\nmetadata:\n  name: pool\nspec: {cidr: ${cidr}}\n`

  test('stand side by side, each in its newest version; the versions before them are in force', () => {
    const map = manifest('masqLinkLocal: true')
    const read = readScenario(
      [scenario, pool('10.8.0.0/16'), map, pool('10.9.0.0/16')].join('---\n'),
    )
    const { text, inForce } = read.ok ? read.value.manifests : { text: '', inForce: '' }
    expect(text).toBe(`${pool('10.9.0.0/16')}---\n${map}`)
    expect(inForce).toBe(`${pool('10.8.0.0/16')}---\n${map}`)
  })

  test('two of one kind are told apart by name', () => {
    const other = pool('10.9.0.0/16').replace('name: pool', 'name: other')
    const read = readScenario([scenario, pool('10.8.0.0/16'), other].join('---\n'))
    expect(read.ok && read.value.manifests.inForce).toBeNull()
    expect(read.ok && read.value.manifests.text).toContain('name: other')
  })
})

describe('Trouble has a place', () => {
  test('a field that nobody knows', () => {
    expect(issues(scenario.replace('pods:', 'colour: red\npods:'))).toMatchObject([
      { code: 'unknown-field', path: 'colour', line: 10 },
    ])
  })

  test('a value of the wrong kind, below other documents', () => {
    const text = `${manifest('masqLinkLocal: true')}---\n${scenario.replace('10.1.1.10', '[]')}`
    expect(issues(text)).toMatchObject([{ code: 'wrong-value', path: 'nodes.0.address', line: 16 }])
  })

  test('a name that is none, and a key with nothing behind it', () => {
    expect(issues(scenario.replace('name: pod-a,', 'name: pod a!,'))).toMatchObject([
      { code: 'bad-name', path: 'pods.0.name', line: 11, params: { name: 'pod a!' } },
    ])
    expect(issues(scenario.replace('podRanges: [100.65.0.0/16]', 'podRanges:'))).toMatchObject([
      { code: 'missing-field', path: 'clusters.0.podRanges' },
    ])
  })

  test('a field that is missing', () => {
    expect(issues(scenario.replace('  - name: gke\n    podRanges', '  - podRanges'))).toMatchObject(
      [{ code: 'missing-field', path: 'clusters.0.name', line: 6, column: 5 }],
    )
  })

  test('text that is no YAML', () => {
    expect(issues(scenario.replace('flows:', 'flows: ['))[0]).toMatchObject({ code: 'not-yaml' })
  })

  test('an alias of nothing, and aliases that unfold without end', () => {
    expect(issues(scenario.replace('10.1.1.10', '*nobody'))).toMatchObject([
      { code: 'not-yaml', line: 9, column: 30 },
    ])
    const tens = (name: string) => `[${Array.from({ length: 10 }, () => `*${name}`).join()}]`
    const bomb = `pods: &a [x,x,x,x,x,x,x,x,x,x]\nnodes: &b ${tens('a')}\nflows: &c ${tens('b')}\nvpcs: ${tens('c')}\n`
    expect(issues(`kind: Scenario\n${bomb}`)).toMatchObject([
      { code: 'not-yaml', line: 5, column: 35 },
    ])
  })

  test('no scenario, two of them, too much of everything', () => {
    expect(issues('')).toMatchObject([{ code: 'not-a-scenario' }])
    expect(issues(`${scenario}---\n${scenario}`)).toMatchObject([{ code: 'not-a-scenario' }])
    expect(issues(scenario + '#'.repeat(1_100_000))).toMatchObject([{ code: 'too-large' }])
  })
})
