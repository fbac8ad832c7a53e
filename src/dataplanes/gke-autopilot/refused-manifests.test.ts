/// <reference types="node" />
import { expect, test } from 'vitest'
import { stateWithManifests } from '../../scenario/fixtures/state-with-manifests.ts'
import { worldOf } from '../../scenario/world-of.ts'

const DEFAULT = `apiVersion: networking.gke.io/v1
kind: EgressNATPolicy
metadata:
  name: default
spec:
  action: NoSNAT
  destinations:
  - cidr: 8.8.8.0/24
`

test.each([
  { what: 'cut off before its name', text: DEFAULT.replace(/ {2}name:[\s\S]*/, '') },
  { what: 'without a name', text: DEFAULT.replace('  name: default\n', '') },
  { what: 'inside a list', text: `- ${DEFAULT.trimEnd().replaceAll('\n', '\n  ')}\n` },
])('a policy $what leaves those that were there', async ({ text }) => {
  const { config } = (await worldOf(stateWithManifests('gke-autopilot', text, DEFAULT))).installed
  expect(config.state).toBe('refused')
  expect(config.error?.line).toBeGreaterThan(0)
  const kept = config.ranges.map(({ cidr }) => cidr)
  expect(kept).toContain('8.8.8.0/24')
  expect(kept).not.toContain('172.16.0.0/12')
  expect(config.ranges.every(({ line }) => line === null)).toBe(true)
})
