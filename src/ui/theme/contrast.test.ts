/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

/** Words must reach 4.5 : 1 (WCAG 2.2, 1.4.3), lines that mean something 3 : 1 (1.4.11). */
const WORDS = 4.5
const LINES = 3

const PAPERS = ['paper', 'surface', 'sunken']
const OWNERS = ['pod', 'node', 'nat', 'link-local', 'far']
const PAIRS: readonly (readonly [string, string, number])[] = [
  ...PAPERS.flatMap((paper) => [
    ...['ink', 'quiet', 'kept', 'dropped', 'undetermined', ...OWNERS].map(
      (word) => [word, paper, WORDS] as const,
    ),
    ...['edge', 'faint', 'focus'].map((line) => [line, paper, LINES] as const),
  ]),
  ...OWNERS.flatMap((owner) => [
    [owner, `${owner}-ground`, WORDS] as const,
    ['ink', `${owner}-ground`, WORDS] as const,
  ]),
  // A row on show is tinted by what happened in it.
  ...['far', 'node', 'dropped'].map((tint) => ['quiet', `${tint}-ground`, WORDS] as const),
  ['kept', 'far-ground', WORDS],
  ['dropped', 'dropped-ground', WORDS],
  ['ink', 'dropped-ground', WORDS],
  ['kept', 'kept-ground', WORDS],
]

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(PAIRS)('%s on %s can be read', (front, back, least) => {
    const [one, other] = [tokens.get(front)?.[theme], tokens.get(back)?.[theme]]
    expect(contrast(one ?? 'missing', other ?? 'missing')).toBeGreaterThanOrEqual(least)
  })
})

/** Source: WCAG 2.2, definitions of contrast ratio and relative luminance. */
function contrast(one: string, other: string): number {
  const [dim = Number.NaN, bright = Number.NaN] = [luminance(one), luminance(other)].toSorted(
    (a, b) => a - b,
  )
  return (bright + 0.05) / (dim + 0.05)
}

function luminance(colour: string): number {
  const [red = Number.NaN, green = Number.NaN, blue = Number.NaN] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
