/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ui = join(import.meta.dirname, '..')
const sheets = readdirSync(ui, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.css') && !path.startsWith('theme'),
)

/** The steps of the spacing scale, in pixels: hairlines and what balances them, then by ever more. Above them is layout. */
const STEPS = new Set([0, 1, 1.5, 2, 3, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24])
const MOST = 24

test.each([
  ['a colour', /#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/i],
  ['a size of type', /\bfont(?:-size)?:[^;/]*\dpx/],
  ['a radius', /border-radius:[^;]*\d(?:px|em)/],
  ['a duration', /\b(?:transition|animation)[^;]*?\b\d*\.?\d+m?s\b/],
])('%s has a name in tokens.css, and stands in no other style sheet', (_, raw) => {
  expect(linesWith(raw)).toEqual([])
})

test('gaps, paddings and margins are steps of one scale', () => {
  const spacing = /^\s*(?:padding|margin|gap|row-gap|column-gap)(?:-[a-z-]+)?: ([^;]*);/gm
  const off = sheets.flatMap((sheet) =>
    [...textOf(sheet).matchAll(spacing)].flatMap(([line, value = '']) =>
      [...value.matchAll(/(?<![-\d.])([\d.]+)px/g)].some(
        ([, px]) => Number(px) <= MOST && !STEPS.has(Number(px)),
      )
        ? [`${sheet}: ${line.trim()}`]
        : [],
    ),
  )
  expect(off).toEqual([])
})

/** Korean and Japanese have no italics and are not spaced out: both would be faked by the browser. */
test('nothing is slanted or letterspaced', () => {
  expect(linesWith(/letter-spacing|font-style: (?:italic|oblique)/)).toEqual([])
})

function linesWith(pattern: RegExp): string[] {
  return sheets.flatMap((sheet) =>
    textOf(sheet)
      .split('\n')
      .flatMap((line) => (pattern.test(line) ? [`${sheet}: ${line.trim()}`] : [])),
  )
}

/** Without comments. */
const textOf = (sheet: string): string =>
  readFileSync(join(ui, sheet), 'utf8').replaceAll(/\/\*.*?\*\//gs, '')
