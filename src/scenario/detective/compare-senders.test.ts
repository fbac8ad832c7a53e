import { describe, expect, test } from 'vitest'
import { FIRST_BUILTIN } from '../load-builtin.ts'
import { compareSenders } from './compare-senders.ts'

describe('Why does the node connect and the Pod not?', () => {
  test('they part at the far firewall, and the node’s shell proves its own address alone', async () => {
    const compared = await compareSenders(FIRST_BUILTIN, null)
    expect(compared).toMatchObject({
      senders: [
        { name: 'pod-a', kind: 'pod', outcome: { kind: 'dropped' } },
        { name: 'node-1', kind: 'node', outcome: { kind: 'delivered' } },
      ],
      parted: 'far-firewall',
      finding: 'second-arrives',
      proves: [
        { code: 'source-accepted', address: '10.1.1.10', owner: 'node' },
        { code: 'way-back', address: '10.1.1.10' },
        { code: 'port-open', address: '10.2.1.100', port: 443 },
      ],
      provesNot: [
        { code: 'source-accepted', address: '100.65.0.50', owner: 'pod' },
        { code: 'way-back', address: '100.65.0.50' },
        { code: 'same-source', sender: 'pod-a', address: '10.1.1.10', other: 'node-1' },
      ],
    })
  })

  test('every question has an answer of each, with the source behind it', async () => {
    const compared = await compareSenders(FIRST_BUILTIN, null)
    const row = compared?.rows.find(({ step }) => step === 'far-firewall')
    expect(row?.cells.map(({ state, source }) => [state, source?.address])).toEqual([
      ['failed', '100.65.0.50'],
      ['passed', '10.1.1.10'],
    ])
  })

  test('asked from the node, its Pod is the other one', async () => {
    const flow = { ...FIRST_BUILTIN.flow, from: 'node-1' }
    const compared = await compareSenders({ ...FIRST_BUILTIN, flow }, null)
    expect(compared?.senders.map(({ name }) => name)).toEqual(['node-1', 'pod-a'])
    expect(compared?.finding).toBe('first-arrives')
  })

  test('both fail at a closed port: the source is not to blame', async () => {
    const { document } = FIRST_BUILTIN
    const onPrem = document.onPrem.map(({ firewall: _, ...network }) => network)
    const flow = { ...FIRST_BUILTIN.flow, port: 8443 }
    const compared = await compareSenders(
      { ...FIRST_BUILTIN, document: { ...document, onPrem }, flow },
      null,
    )
    expect(compared).toMatchObject({
      finding: 'same',
      parted: null,
      proves: [{ code: 'not-the-source', step: 'destination' }],
    })
  })

  test('with the ConfigMap applied both arrive', async () => {
    const state = {
      ...FIRST_BUILTIN,
      manifests: { ...FIRST_BUILTIN.manifests, applied: true },
    }
    expect((await compareSenders(state, null))?.finding).toBe('both-arrive')
  })

  test('a host has nobody to be compared with, unless one is named', async () => {
    const flow = { ...FIRST_BUILTIN.flow, from: 'private-endpoint', to: '100.65.0.50' }
    expect(await compareSenders({ ...FIRST_BUILTIN, flow }, null)).toBeNull()
    expect(await compareSenders({ ...FIRST_BUILTIN, flow }, 'public-dns')).not.toBeNull()
  })
})
