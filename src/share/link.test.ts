import fc from 'fast-check'
import { deflateSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { BUILTINS } from '../scenario/fixtures/builtin-states.ts'
import type { ScenarioState } from '../scenario/state.ts'
import { toBase64Url } from './base64url.ts'
import { canonicalJson } from './canonical-json.ts'
import { checksum } from './checksum.ts'
import { decodeLink, encodeLink, type OpenedLink } from './link.ts'
import type { LinkView } from './link-view.ts'
import { UNPACKED_LIMIT } from './pack.ts'

const [asIs, toBe] = BUILTINS as unknown as [ScenarioState, ScenarioState]

function opened(fragment: string): OpenedLink {
  const link = decodeLink(fragment, BUILTINS)
  if (!link.ok) throw new Error(JSON.stringify(link.error))
  return link.value
}
const trouble = (fragment: string) => {
  const link = decodeLink(fragment, BUILTINS)
  return link.ok ? link.value.issues[0] : link.error
}

/** A link that holds anything, as a stranger could make it; without a dictionary. */
const forged = (text: string): string =>
  `#s1.0.${checksum(text)}${toBase64Url(deflateSync(new TextEncoder().encode(text)))}`

const edited: LinkView = {
  state: {
    ...asIs,
    manifests: {
      applied: true,
      inForce: null,
      text: asIs.manifests.text.replace('10.1.1.0/24', '10.1.0.0/16').replace('60s', '5s'),
    },
    flow: { name: 'own', from: 'pod-a', to: '44.10.0.9', protocol: 'udp', port: 5353 },
  },
  hop: 3,
  step: 12,
  tab: 'chain',
  language: 'ko',
  theme: 'dark',
  probes: ['node:node-1', 'pod:pod-a,node:node-1', 'node:node-1/IP-MASQ'],
}

describe('A link opens to what it was made from', () => {
  test.each(BUILTINS)('$document.metadata.name', (state) => {
    expect(opened(encodeLink({ state }))).toEqual({ view: { state }, issues: [] })
  })

  test('with everything that was on show', () => {
    expect(opened(encodeLink(edited))).toEqual({ view: edited, issues: [] })
  })

  test('with or without the number sign', () => {
    expect(opened(encodeLink(edited).slice(1)).view).toEqual(edited)
  })

  test('whatever was typed', () => {
    const typed = fc.string({ unit: 'binary', maxLength: 200 })
    const view = fc.record(
      {
        state: fc.record({
          document: fc.constantFrom(...BUILTINS.map(({ document }) => document)),
          manifests: fc.record({
            applied: fc.boolean(),
            text: typed,
            inForce: fc.option(typed, { nil: null }),
          }),
          flow: fc.record(
            {
              name: typed,
              from: typed,
              to: typed,
              protocol: fc.constantFrom('tcp', 'udp', 'icmp', 'sctp'),
              port: fc.nat(),
              sourcePort: fc.nat(),
            },
            { requiredKeys: ['name', 'from', 'to', 'protocol'] },
          ),
        }),
        hop: fc.nat(100),
        step: fc.nat(100),
        language: fc.constantFrom('en', 'ko', 'ja'),
      },
      { requiredKeys: ['state'] },
    )
    fc.assert(
      fc.property(view, (made) => {
        const back = opened(encodeLink(made as LinkView))
        expect(canonicalJson(back)).toBe(canonicalJson({ view: made, issues: [] }))
      }),
      { numRuns: 200 },
    )
  })

  test('equal views give equal links, however they were put together', () => {
    const shuffled = { theme: 'dark', ...edited, state: { ...edited.state } }
    expect(encodeLink(shuffled)).toBe(encodeLink(edited))
  })
})

describe('A link is short and safe to paste', () => {
  test('an edited built-in takes fewer than 400 characters', () => {
    expect(encodeLink(edited).length).toBeLessThan(400)
    for (const state of BUILTINS) expect(encodeLink({ state }).length).toBeLessThan(400)
  })

  test('nothing in it needs escaping in a URL', () => {
    expect(encodeLink(edited)).toMatch(/^#s[\w.-]+$/)
  })
})

describe('What happens to links on their way', () => {
  const link = encodeLink(edited)

  test('a cut one is known as cut, wherever it was cut', () => {
    for (let length = 1; length < link.length; length += 1) {
      expect(trouble(link.slice(0, length)), `${length} characters`).toEqual({ code: 'cut' })
    }
  })

  test('an altered one does not open as something else', () => {
    fc.assert(
      fc.property(fc.nat(link.length - 9), fc.constantFrom(...'AZaz09-_'), (at, letter) => {
        const i = at + 8
        fc.pre(link[i] !== letter)
        const result = decodeLink(link.slice(0, i) + letter + link.slice(i + 1), BUILTINS)
        if (result.ok) expect(result.value.view).toEqual(edited)
        else expect(['unreadable', 'cut', 'too-large']).toContain(result.error.code)
      }),
    )
  })

  test('one that was escaped again is read all the same, and said so', () => {
    for (const escaped of [
      `#${encodeURIComponent(link)}`,
      `#${encodeURIComponent(encodeURIComponent(link))}`,
      link.replaceAll('.', '%2E'),
    ]) {
      expect(opened(escaped)).toEqual({ view: edited, issues: [{ code: 'double-encoded' }] })
    }
  })

  test('one that a mail program broke into lines is read', () => {
    const broken = `${link.slice(0, 70)}%0A${link.slice(70, 140)}\r\n ${link.slice(140)}`
    expect(opened(broken)).toEqual({ view: edited, issues: [] })
  })

  test('what a sentence adds behind it does not matter', () => {
    for (const tail of [').', '>', ',']) expect(opened(link + tail).view).toEqual(edited)
  })

  test.each(['#map', '#?!', '#x1.0.AAAA', '#%E0%A4%A', '#s1.0.AAAA____', '#s0.0.AAAAAAAA'])(
    '%s is not one of ours',
    (fragment) => {
      expect(trouble(fragment)).toEqual({ code: 'unreadable' })
    },
  )

  test('one from a later release says so', () => {
    const later = { code: 'newer-version', version: '9.0', known: '3.3' }
    expect(trouble('#s9.0.AAAAAAAA')).toEqual(later)
    expect(trouble('#s1.99.AAAAAAAA')).toEqual({ ...later, version: '1.99' })
  })
})

describe('A hostile link', () => {
  test('that unpacks to more than a scenario can be is given up early', () => {
    const bomb = forged(JSON.stringify('0'.repeat(50_000_000)))
    const before = process.memoryUsage().arrayBuffers
    expect(trouble(bomb)).toEqual({ code: 'too-large', limit: UNPACKED_LIMIT })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * UNPACKED_LIMIT)
  })

  test.each([
    ['null', 'state'],
    ['[]', 'state'],
    ['{"state":null}', 'state'],
    ['{"state":{}}', 'state.document'],
    ['{"state":{"document":{"apiVersion":"snat-playground/v1"}}}', 'state.document.kind'],
  ])('that holds %s is refused with the place', (text, path) => {
    expect(trouble(forged(text))).toEqual({ code: 'invalid', path, salvaged: false })
  })

  test('that is not JSON, or not UTF-8, is unreadable', () => {
    expect(trouble(forged('{"state":'))).toEqual({ code: 'unreadable' })
    const bytes = toBase64Url(deflateSync(Uint8Array.of(0xff, 0xfe, 0xfd)))
    expect(trouble(`#s1.0.AAAA${bytes}`)).toEqual({ code: 'unreadable' })
  })

  test('with a wrong flow, tab and theme opens with the rest', () => {
    const text = JSON.stringify({
      state: { ...toBe, flow: { from: 7 } },
      tab: '<img src=x>',
      theme: 'dark',
      hop: -1,
      probes: ['node:n\u0000'],
    })
    expect(opened(forged(text))).toEqual({
      view: { state: { ...toBe, flow: toBe.document.flows[0] }, theme: 'dark' },
      issues: ['state.flow.from', 'hop', 'tab', 'probes'].map((path) => ({
        code: 'invalid',
        path,
        salvaged: true,
      })),
    })
  })

  test('cannot reach the prototypes of the page', () => {
    const text = JSON.stringify({ state: asIs }).replace(
      '{"state":{',
      '{"__proto__":{"tab":"evil"},"constructor":{"prototype":{"tab":"evil"}},"state":{"__proto__":{"polluted":1},',
    )
    const { view } = opened(forged(text))
    expect(view).toEqual({ state: asIs })
    expect('polluted' in {} || 'tab' in view).toBe(false)
  })

  test('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        for (const fragment of [text, `#s1.1.${text}`, `#to=${text}`, forged(text)]) {
          expect(typeof decodeLink(fragment, BUILTINS).ok).toBe('boolean')
        }
      }),
    )
  })
})
