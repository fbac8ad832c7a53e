/// <reference types="node" />
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { locatePath } from '../scenario/locate-path.ts'
import { main } from './main.ts'

const BUILTIN = join(import.meta.dirname, '../scenario/builtin')
const file = (name: string) => join(BUILTIN, `${name}.yaml`)

async function run(...args: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0)
  const code = await main(args)
  return { code, out: out.join(''), err: err.join('') }
}

afterEach(() => {
  vi.restoreAllMocks()
})

test('Every expectation of every built-in scenario is met', async () => {
  const { code, out } = await run('check', BUILTIN)
  expect(out).toMatch(/\d{3} met, 0 not met/)
  expect(code).toBe(0)
})

test('An expectation is judged by the way and by the symptom too', async () => {
  const { out } = await run('check', '--json', file('firewall-open-no-way-back'))
  expect(JSON.parse(out)).toMatchObject([{ differs: [] }, { differs: [] }])
})

test('Warnings are counted and told with their place, and fail nothing', async () => {
  const { code, out, err } = await run('check', file('node-range-known-on-prem'))
  expect(code).toBe(0)
  expect(out).toContain('2 met, 0 not met, 1 warning')
  expect(err).toMatch(/node-range-known-on-prem\.yaml:\d+:\d+: vpcs\.0\.subnets\.0\.range: /)
})

test('A manifest that its own system refuses is warned of at its line of the file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'snat-'))
  const bad = join(folder, 'bad.yaml')
  const good = readFileSync(file('retry-keeps-its-source'), 'utf8')
  const newest = good.lastIndexOf('10.1.1.0/24')
  writeFileSync(bad, `${good.slice(0, newest)}10.1.1.300/24${good.slice(newest + 11)}`)
  const { err } = await run('check', bad)
  rmSync(folder, { recursive: true })
  const line = good.slice(0, newest).split('\n').length
  expect(err).toMatch(new RegExp(`warning: .*bad\\.yaml:${line}(:\\d+)?: The cluster refuses`))
})

test('What is wrong with one file keeps nothing from being said of the others', async () => {
  const { code, out, err } = await run('check', 'no-such.yaml', file('firewall-knows-nodes-only'))
  expect(code).toBe(2)
  expect(out).toMatch(/ok {3}.*firewall-knows-nodes-only\.yaml/)
  expect(err).toContain('snat check: no-such.yaml: ')
})

test('A trace tells the path in questions, where it first fails, and what one sees', async () => {
  const { code, out } = await run('trace', file('firewall-knows-nodes-only'))
  expect(code).toBe(0)
  expect(out).toContain('5. Far firewall: failed.')
  expect(out).toContain('7. Route back: not reached.')
  expect(out).toContain('Source seen: 100.65.0.50 (Pod). It times out.')
  expect(out).toContain('First step that fails: Far firewall.')
})

test('A trace tells the answer’s own way, and as JSON all that the screen draws', async () => {
  const { out } = await run('trace', file('firewall-open-no-way-back'), '--flow', 'pod-to-endpoint')
  expect(out).toContain('## The reply\n\n1. ')
  expect(out).toContain('First step that fails: Route back.')
  const { out: json } = await run('trace', file('firewall-open-no-way-back'), '--json')
  expect(JSON.parse(json)).toHaveLength(2)
  expect(JSON.parse(json)[0]).toMatchObject({ outcome: { lostOn: 'reply', symptom: 'time-out' } })
})

test('A trace speaks each language of the page, and says of another that it does not', async () => {
  const { out } = await run('trace', file('firewall-knows-nodes-only'), '--lang', 'ko')
  expect(out).toContain('- 폐기한 곳: 방화벽 on-prem-firewall.')
  const other = await run('trace', file('firewall-knows-nodes-only'), '--lang', 'fr')
  expect(other).toMatchObject({ code: 2, out: '' })
  expect(other.err).toContain('there are: en, ko, ja')
})

test('A flow that there is not is bad input, and so is a file', async () => {
  const unknown = await run('trace', file('firewall-knows-nodes-only'), '--flow', 'other')
  expect(unknown).toMatchObject({ code: 2, out: '' })
  expect(unknown.err).toContain('there are: pod-to-endpoint')
  expect((await run('check', 'no-such.yaml')).code).toBe(2)
})

test('What cannot be read is told with its file, line and column, all of it at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'snat-'))
  const bad = join(folder, 'bad.yaml')
  const good = readFileSync(file('firewall-knows-nodes-only'), 'utf8')
  writeFileSync(bad, good.replace('10.1.1.10,', '10.1.1.300,').replace('to: on-prem', 'to: gone'))
  const { code, err } = await run('trace', bad)
  rmSync(folder, { recursive: true })
  expect(code).toBe(2)
  expect(err).toMatch(/bad\.yaml:13:30: nodes\.0\.address: /)
  expect(err).toMatch(/bad\.yaml:\d+:\d+: attachments\.0\.to: /)
})

const STREAM = `kind: ConfigMap
---
apiVersion: snat-playground/v1
kind: Scenario
nodes:
  - name: node-1
    address: 10.1.1.300
flows:
  - { name: one, from: pod-a, to: 10.2.1.100 }
  - { name: two, from: pod-b, to: 10.2.1.100 }
`

test.each([
  ['nodes.0.address', 7, 14],
  ['nodes.0.podRange', 6, 5],
  ['flow.from', 9, 24],
  ['flows.two.flow.from', 10, 24],
])('%s is found in the stream', (path, line, column) => {
  expect(locatePath(STREAM, path)).toEqual({ line, column })
})

test('A stream without a scenario has no place', () => {
  expect(locatePath('kind: ConfigMap', 'nodes.0')).toBeNull()
})
