/// <reference types="node" />
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { BUILTINS } from '../scenario/fixtures/builtin-states.ts'
import { DICTIONARIES } from './dictionaries/dictionaries.ts'
import { decodeLink } from './link.ts'
import { CURRENT_VERSION, upgrade } from './upgrades.ts'

/** SHA-256 of each published dictionary. Lines are added here, never changed. */
const PUBLISHED = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'd66463bb6bd75fd75f6f04eca03145d452e689fe50a65bfc702be14918ab7c38',
  '6d5e15882c27de1bf2238166331c0ba84aa18837bb76d8d89bfb9318842d1860',
  '6932826d24375283be3b7add4a86a7f9498edf2fb9483604b575b824ac04be47',
]

test('published dictionaries are as they were', () => {
  const hashes = DICTIONARIES.map((text) => createHash('sha256').update(text).digest('hex'))
  expect(hashes).toEqual(PUBLISHED)
})

/** Links as they were once copied, at least one for each version. Added to, never changed. */
const FROZEN = [
  {
    version: 1,
    link: '#s1.1.JykBqybUOSgpKh3tG4z2DUb7BqN9g9EMPNo3IKNvQES7HE_fgJQWNdbW-mibf7TNP7jb_EB7k1JH2_yjbX4K2_y1AA',
    opens: {
      state: {
        document: { metadata: { name: 'private-endpoint-to-be' } },
        manifests: { applied: true, inForce: null },
        flow: { from: 'pod-a', to: '10.2.1.100', protocol: 'tcp', port: 443 },
      },
    },
  },
  {
    version: 1,
    link: '#s1.1.Ozdng3YagIYidRqyQal1tNMwVNscyJ4Z7TQM4k5DSVHpaJ9hNP-O9hlG-wyjfYbRPsNon2G0z0BJnyG_HNTAh6Q7U2NT1NRcmgJPeSbABAGqeSyR-gmGRrg6CkDnZivVAgA',
    opens: {
      state: {
        document: {
          metadata: { name: 'private-endpoint-as-is' },
          clusters: [{ disableDefaultSnat: true }],
        },
        flow: { name: 'own', from: 'pod-a', to: '44.10.0.9', protocol: 'udp', port: 5353 },
      },
      hop: 3,
      step: 12,
      tab: 'chain',
      language: 'ko',
      theme: 'dark',
    },
  },
  {
    version: 2,
    link: '#s2.1.jWSRg3YaDFE6DVkgh8A7DaONyJHZiMxNzMtMSy0GxeNoI3KwNiJLikqHQRuScNOHlIYVvkYbtuYnxWbTrllJdPuR-NYdJc0aQk2mEdJyJLZ1h0hYyK320cbdaOOO8pyIXD0jjeWC6oPRodzhVonDm_NGBJrzAA',
    opens: {
      state: {
        document: { metadata: { name: 'masquerade-link-local' } },
        manifests: { applied: true },
      },
      hop: 1,
      step: 2,
      tab: 'chain',
      language: 'ja',
      theme: 'light',
    },
  },
  {
    version: 3,
    link: '#s3.3.LkqOg_YggIuOkHoQ2aACarQHMbqGf3QN_-ga_tE1_KNr-EfX8I-u4Sd1DX9BPnDtH-hwcFDqACqzglgMHHAw0LEwALV4R1f5j67yH13lP7rKf3SV_zBa5Y-9twmMEeD5cAA',
    opens: {
      state: {
        document: {
          metadata: { name: 'service-first' },
          vpcs: [{ name: 'vpc' }],
          positions: { 'pod:pod-a': [40, 80] },
        },
      },
      hop: 2,
      tab: 'chain',
      language: 'ko',
      theme: 'dark',
    },
  },
] as const

test.each(FROZEN)('an old link of version $version still opens: $link', ({ link, opens }) => {
  const opened = decodeLink(link, BUILTINS)
  expect(opened).toMatchObject({ ok: true, value: { view: opens, issues: [] } })
})

test('every version has a link that was kept', () => {
  const kept = new Set<number>(FROZEN.map(({ version }) => version))
  for (let version = 1; version <= CURRENT_VERSION; version += 1) {
    expect(kept.has(version), `version ${version}`).toBe(true)
  }
})

test('an old draft goes through every step after its own version, in order', () => {
  const steps = ['1 to 2', '2 to 3', '3 to 4'].map((name) => (draft: unknown) => [
    ...(draft as readonly string[]),
    name,
  ])
  expect(upgrade([], 1, steps)).toEqual(['1 to 2', '2 to 3', '3 to 4'])
  expect(upgrade([], 3, steps)).toEqual(['3 to 4'])
  expect(upgrade([], 4, steps)).toEqual([])
})
