/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { printSave } from '../../iptables/print-save.ts'
import { readScenario } from '../../scenario/read-scenario.ts'
import { worldOf } from '../../scenario/world-of.ts'

const file = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')

/** The text was given to iptables-restore 1.8.9, which printed it back to the letter. */
test('The chains of Services are printed as iptables-save prints them', async () => {
  const state = readScenario(file('services.yaml'))
  if (!state.ok) throw new Error(JSON.stringify(state.error))
  const { world } = await worldOf(state.value)
  const policy = world.policies.get('node-1')
  if (!policy) throw new Error('node-1 has rules')
  expect(printSave(policy.rules.nat4)).toBe(file('services.save'))
})

test('Where there are no Services kube-proxy writes nothing', async () => {
  const state = readScenario(file('services.yaml'))
  if (!state.ok) throw new Error(JSON.stringify(state.error))
  const document = { ...state.value.document, services: [] }
  const { world } = await worldOf({ ...state.value, document })
  const chains = world.policies.get('node-1')?.rules.nat4.chains.map(({ name }) => name)
  expect(chains).toEqual(['PREROUTING', 'INPUT', 'OUTPUT', 'POSTROUTING', 'IP-MASQ'])
})
