/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { literalWords } from './fixtures/literal-words.ts'

/** What every language leaves as it is: protocols, commands, keys, names of things that are code. */
const NOBODYS: ReadonlySet<string> = new Set([
  // which compatibility letters a Korean first letter is typed with, by its number
  'ᄀ ᄁ ᄀᄉ ᄂ ᄂᄌ ᄂᄒ ᄃ ᄅ ᄅᄀ ᄅᄆ ᄅᄇ ᄅᄉ ᄅᄐ ᄅᄑ ᄅᄒ ᄆ ᄇ ᄇᄉ ᄉ ᄊ ᄋ ᄌ ᄎ ᄏ ᄐ ᄑ ᄒ',
  'iptables -t nat -I POSTROUTING -d 10.2.0.0/16 -j ACCEPT',
  // what curl prints, whatever language its reader speaks
  'Failed to connect to',
])

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|^fixtures\/|\/fixtures\//.test(path))
  .map((path) => ({ path, source: readFileSync(join(import.meta.dirname, path), 'utf8') }))

test('no word on the screen stands in its code: a catalogue has it in three languages', () => {
  expect(files.length).toBeGreaterThan(250)
  const found = files.flatMap(({ path, source }) =>
    literalWords(path, source)
      .filter(({ text }) => !NOBODYS.has(text))
      .map(({ text, line }) => `${path}:${line} ${text}`),
  )
  expect(found).toEqual([])
}, 60_000)

test.each([
  ['text between tags', '<p>Packet lost</p>'],
  ['one word between tags', '<b>Reset</b>'],
  ['a name that is heard', '<button aria-label="Close" />'],
  ['a name in braces', "<Field label={'Send to'} />"],
  ['a choice of words', "<p>{on ? 'on' : words.off}</p>"],
  ['a template', `<p title={\`Rule \${line}\`} />`],
  ['what stands in for nothing', "<p>{name ?? 'nobody'}</p>"],
  ['prose outside of any tag', "const told = 'Nothing was sent'"],
  ['another script, wherever it stands', "const told = '패킷'"],
])('the guard finds %s', (_, source) => {
  expect(literalWords('Planted.tsx', source)).toHaveLength(1)
})

test.each([
  ['a class', '<p className="packet lost" />'],
  ['a comparison', "<p>{kind === 'lost' ? words.lost : null}</p>"],
  ['signs', "<p>{' · '}→ ×</p>"],
  ['what a broken promise says', "invariant(known, 'Every hop has a place')"],
])('the guard lets %s be', (_, source) => {
  expect(literalWords('Fine.tsx', source)).toEqual([])
})
