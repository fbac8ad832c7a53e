import { describe, expect, test } from 'vitest'
import { formatCidr } from '../../net/cidr.ts'
import { readDaemonSet } from './daemon-set.ts'
import { EXCLUDED, EXTERNAL, RANDOM, readEnvironment } from './environment.ts'
import { STARTER } from './starter.ts'

const read = (variables: Readonly<Record<string, string>>) => {
  const { settings, notes } = readEnvironment(
    Object.entries(variables).map(([name, value], i) => ({
      name,
      value,
      place: { line: i + 1, column: 1 },
    })),
  )
  return { settings, notes: notes.map(({ code, line }) => `${code} ${line}`) }
}

describe('What the CNI makes of its variables', () => {
  test('nothing set', () => {
    const { settings, notes } = read({})
    expect(settings).toMatchObject({ external: false, random: 'prng', connmark: 0x80 })
    expect(notes).toEqual([])
  })

  test.each(['1', 't', 'TRUE', 'True'])('%s turns external SNAT on', (text) => {
    expect(read({ [EXTERNAL]: text }).settings.external).toBe(true)
  })

  test.each(['yes', 'tRUE', 'on'])('%s is no boolean, and the default holds', (text) => {
    expect(read({ [EXTERNAL]: text })).toMatchObject({
      settings: { external: false },
      notes: ['aws-not-a-bool 1'],
    })
  })

  test('ranges with spaces, host bits, IPv6 and rubbish among them', () => {
    const { settings, notes } = read({ [EXCLUDED]: '10.2.1.100/16, 192.168.0.0/16,fc00::/7,foo,' })
    expect(settings.excluded.map(({ range }) => formatCidr(range))).toEqual([
      '10.2.0.0/16',
      '192.168.0.0/16',
    ])
    expect(notes).toEqual([
      'aws-range-normalised 1',
      'aws-ipv6-range 1',
      'aws-not-a-range 1',
      'aws-not-a-range 1',
    ])
  })

  test('exclusions mean nothing beside external SNAT', () => {
    expect(read({ [EXTERNAL]: 'true', [EXCLUDED]: '10.0.0.0/8' }).notes).toEqual([
      'aws-exclusions-unused 2',
    ])
  })

  test('a way of picking ports that there is not', () => {
    expect(read({ [RANDOM]: 'random' })).toMatchObject({
      settings: { random: 'prng' },
      notes: ['aws-unknown-random 1'],
    })
  })

  test.each([
    ['0x100', 0x100],
    ['64', 64],
    ['0100', 64],
    ['0', 0x80],
    ['-1', 0x80],
    ['4294967296', 0x80],
    ['mark', 0x80],
  ])('the mark %s', (text, mark) => {
    expect(read({ AWS_VPC_K8S_CNI_CONNMARK: text }).settings.connmark).toBe(mark)
  })
})

describe('The DaemonSet in a stream', () => {
  test('its variables have places in the whole text', () => {
    const { variables } = readDaemonSet(`kind: Namespace\n---\n${STARTER}`)
    expect(variables?.[0]).toEqual({
      name: EXTERNAL,
      value: 'false',
      place: { line: 21, column: 22 },
    })
  })

  test('under another name it is read by nobody', () => {
    const renamed = STARTER.replace('name: aws-node\n  namespace', 'name: aws-cni\n  namespace')
    expect(readDaemonSet(renamed)).toMatchObject({
      variables: null,
      misnamed: { found: 'aws-cni', line: 1 },
    })
  })

  test('what is no YAML is refused in place', () => {
    const { refused } = readDaemonSet(STARTER.replace('"false"', '"false'))
    expect(refused?.text).toContain('error converting YAML to JSON: yaml:')
    expect(refused?.line).toBeGreaterThan(17)
  })

  test('documents of others are left alone, broken or not', () => {
    expect(readDaemonSet('kind: [\n---\nkind: DaemonSet\nmetadata: {name: calico-node}\n')).toEqual(
      {
        variables: null,
        refused: null,
        misnamed: null,
      },
    )
  })
})
