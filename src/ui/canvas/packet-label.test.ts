import { describe, expect, test } from 'vitest'
import { evaluate } from '../../scenario/evaluate.ts'
import { BUILTINS } from '../../scenario/fixtures/builtin-states.ts'
import { journeyOf } from '../../store/journey.ts'
import { packetLabel, type Side } from './packet-label.ts'
import { placeState, ruleAt, visitsOf } from './place-state.ts'

const [asIs] = BUILTINS
async function sent(to: string) {
  const flow = { ...asIs.flow, to, protocol: 'tcp', port: 443 } as const
  return journeyOf((await evaluate({ ...asIs, flow })).trace)
}

const dropped = await sent('10.2.1.100')
const toInternet = await sent('8.8.8.8')
const end = (journey: readonly unknown[]) => ({ hop: journey.length - 1, step: null })
const last = (place: string, journey = toInternet) =>
  journey.findLastIndex(({ leg, hop }) => leg === 'forward' && hop.place === place)

/** `~100.65.0.50~ 10.1.1.10 → 8.8.8.8:443` */
function words(side: Side): string {
  const port = side.port === undefined ? '' : `:${side.port}`
  return [...side.ghosts.map(({ address }) => `~${address}~`), `${side.address}${port}`].join(' ')
}
function label(journey: typeof dropped, hop: number, step: number | null = null): string {
  const found = packetLabel(journey, { hop, step })
  return found === null ? '' : `${words(found.source)} → ${words(found.destination)}`
}

describe('The label of the packet', () => {
  test('is source and destination, without ghosts while nothing has changed', () => {
    expect(label(dropped, 0)).toBe('100.65.0.50 → 10.2.1.100:443')
    expect(label(dropped, dropped.length - 1)).toBe('100.65.0.50 → 10.2.1.100:443')
  })

  test('keeps every address that the source had, for the rest of the way', () => {
    expect(label(toInternet, last('node:node-1'))).toBe('~100.65.0.50~ 10.1.1.10 → 8.8.8.8:443')
    expect(label(toInternet, last('endpoint:public-dns'))).toBe(
      '~100.65.0.50~ ~10.1.1.10~ 203.0.113.7 → 8.8.8.8:443',
    )
  })

  test('has the old source still while rules are being tried', () => {
    expect(label(toInternet, last('node:node-1'), 0)).toBe('100.65.0.50 → 8.8.8.8:443')
  })

  test('on the way back it is the destination that is turned back', () => {
    expect(label(toInternet, toInternet.length - 1)).toBe(
      '8.8.8.8 → ~203.0.113.7~ ~10.1.1.10~ 100.65.0.50',
    )
  })

  test('there is none without a journey', () => {
    expect(packetLabel([], { hop: 0, step: null })).toBeNull()
  })
})

describe('A place', () => {
  test('is aside, ahead, passed, here or where the packet died', () => {
    const state = (place: string, hop: number) => placeState(place, dropped, { hop, step: null })
    expect(state('metadata:server', 0)).toBe('aside')
    expect(state('firewall:on-prem-firewall', 0)).toBe('ahead')
    expect(state('pod:pod-a', 0)).toBe('here')
    expect(state('pod:pod-a', 1)).toBe('passed')
    expect(state('firewall:on-prem-firewall', dropped.length - 1)).toBe('dropped')
  })

  test('carries the numbers of its hops, and of the one on show while it is here', () => {
    expect(visitsOf('node:node-1', dropped, { hop: 0, step: null })).toMatch(/^2–\d$/)
    expect(visitsOf('pod:pod-a', toInternet, end(toInternet))).toBe(`${toInternet.length}`)
    expect(visitsOf('nowhere', dropped, end(dropped))).toBe('')
  })

  test('shows the rule that is being tried there, and later the one that decided', () => {
    const hop = last('node:node-1', dropped)
    expect(ruleAt('node:node-1', dropped, { hop, step: 0 })).toMatchObject({ mood: 'trying' })
    expect(ruleAt('node:node-1', dropped, end(dropped))).toEqual({
      text: 'IP-MASQ 2',
      mood: 'kept',
    })
    expect(ruleAt('node:node-1', dropped, { hop: 0, step: null })).toBeNull()
  })
})
