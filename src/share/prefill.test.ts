import { describe, expect, test } from 'vitest'
import { BUILTINS } from '../scenario/fixtures/builtin-states.ts'
import { decodeLink } from './link.ts'

const first = BUILTINS[0]

function opened(fragment: string) {
  const link = decodeLink(fragment, BUILTINS)
  if (!link.ok) throw new Error(JSON.stringify(link.error))
  return link.value
}
const invalid = (path: string) => ({ code: 'invalid', path, salvaged: true })

describe('A link written by hand starts from a built-in scenario and changes what it names', () => {
  test('destination, sender, switches', () => {
    const { view, issues } = opened('#to=10.2.1.100:443&from=node-1&snat=off&config=on')
    expect(issues).toEqual([])
    expect(view.state.flow).toEqual({
      name: 'node-to-endpoint',
      from: 'node-1',
      to: '10.2.1.100',
      protocol: 'tcp',
      port: 443,
    })
    expect(view.state.document.clusters[0]?.disableDefaultSnat).toBe(true)
    expect(view.state.manifests).toEqual({ ...first.manifests, applied: true })
  })

  test('a flow that the scenario does not have gets a name of its own', () => {
    const { view } = opened('#to=44.10.0.9&protocol=udp&port=5353&sport=40000')
    expect(view.state.flow).toEqual({
      name: 'link',
      from: first.flow.from,
      to: '44.10.0.9',
      protocol: 'udp',
      port: 5353,
      sourcePort: 40000,
    })
  })

  test('the port may stand before the destination', () => {
    expect(opened('#port=8443&to=10.2.1.100').view.state.flow.port).toBe(8443)
  })

  test('a destination without a port has none, and ICMP never has one', () => {
    expect('port' in opened('#to=8.8.8.8').view.state.flow).toBe(false)
    expect('port' in opened('#to=8.8.8.8:53&protocol=icmp').view.state.flow).toBe(false)
  })

  test('IPv6 stands in brackets', () => {
    const { flow } = opened('#to=[2001:db8::1]:443').view.state
    expect(flow).toMatchObject({ to: '2001:db8::1', port: 443 })
  })

  test('another scenario, and what is on show', () => {
    const { view } = opened('#scenario=default-snat-off&hop=2&step=4&tab=chain&lang=ja&theme=dark')
    expect(view.state.document.metadata.name).toBe('default-snat-off')
    expect(view).toMatchObject({ hop: 2, step: 4, tab: 'chain', language: 'ja', theme: 'dark' })
  })

  test('probes, with a semicolon between them', () => {
    const { view } = opened('#probe=pod:pod-a,node:node-1;node:node-1/IP-MASQ')
    expect(view.probes).toEqual(['pod:pod-a,node:node-1', 'node:node-1/IP-MASQ'])
  })

  test('escaped values are read, those escaped twice too', () => {
    expect(opened('#to=10.2.1.100%3A443').issues).toEqual([])
    for (const fragment of [
      '#to%3D10.2.1.100%3A8443%26snat%3Doff',
      '#to=10.2.1.100%253A8443&snat=off',
    ]) {
      const { view, issues } = opened(fragment)
      expect(issues).toEqual([{ code: 'double-encoded' }])
      expect(view.state.flow).toMatchObject({ to: '10.2.1.100', port: 8443 })
      expect(view.state.document.clusters[0]?.disableDefaultSnat).toBe(true)
    }
  })
})

describe('What it cannot read is left out and told', () => {
  test.each([
    ['#to=8.8.8.8&weather=fair', 'weather'],
    ['#snat=maybe', 'snat'],
    ['#config=', 'config'],
    ['#protocol=gre', 'protocol'],
    ['#port=https', 'port'],
    ['#scenario=nobody-has-this', 'scenario'],
    ['#tab=%3Cb%3E', 'tab'],
    ['#constructor=1', 'constructor'],
    ['#to=8.8.8.8&__proto__=1', '__proto__'],
    [`#to=${'8'.repeat(3000)}`, 'to'],
  ])('%.40s', (fragment, path) => {
    const { view, issues } = opened(fragment)
    expect(issues).toEqual([invalid(path)])
    expect(view.state.document).toEqual(first.document)
  })

  test('a destination that is no address is for the engine to refuse', () => {
    const { view, issues } = opened('#to=10.2.1.')
    expect(issues).toEqual([])
    expect(view.state.flow.to).toBe('10.2.1.')
  })
})
