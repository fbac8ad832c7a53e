/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { apart, colourOf, THEMES, VISION, type Vision } from './fixtures/colour.ts'

const OWNERS = ['pod', 'node', 'nat', 'link-local', 'far']
const PAIRS = OWNERS.flatMap((one, i) => OWNERS.slice(i + 1).map((other) => [one, other] as const))

/** Far enough to tell two marks beside each other, in Oklab times 100: four times what one just sees. */
const DISTINCT = 8
/** Far enough to tell an address of ours from the neutral ones. */
const COLOURED = 4.5

/** The owners of a source before a rewrite and after it. What else is near in colour has its shape. */
const REWRITES = [
  ['pod', 'node'],
  ['node', 'nat'],
  ['pod', 'nat'],
] as const

const VISIONS = Object.keys(VISION) as Vision[]

describe.each(THEMES)('in the %s theme', (theme) => {
  describe.each(VISIONS)('with %s vision', (vision) => {
    test.each(REWRITES)('a rewrite from %s to %s changes the colour', (one, other) => {
      const distance = apart(colourOf(one, theme), colourOf(other, theme), vision)
      expect(distance).toBeGreaterThanOrEqual(DISTINCT)
    })

    test.each(['pod', 'node', 'nat', 'link-local'])('%s stands out from what is far', (owner) => {
      expect(apart(colourOf(owner, theme), colourOf('far', theme), vision)).toBeGreaterThanOrEqual(
        COLOURED,
      )
    })
  })
})

describe.each([
  ['a chip', '../kit/address-chip.css', 'chip'],
  ['a place', '../canvas/place.css', 'place'],
])('the shape of %s', (_, file, name) => {
  const css = readFileSync(join(import.meta.dirname, file), 'utf8')

  test.each(PAIRS)('tells %s from %s without any colour', (one, other) => {
    expect(shapeOf(css, name, one)).not.toBe(shapeOf(css, name, other))
  })
})

/** What of a rule is left on a photocopy: the corners, and how the line around it is drawn. */
function shapeOf(css: string, name: string, owner: string): string {
  const own = new RegExp(`^\\.${name}\\[data-owner="${owner}"\\] \\{([^}]*)\\}`, 'm').exec(css)?.[1]
  return [
    ...(own ?? '').matchAll(
      /^\s*(border(?:-radius|-style|-width)?|clip-path|--notched): ([^;]*);/gm,
    ),
  ]
    .map(
      ([, property, value = '']) =>
        `${property} ${value.replace(/var\(--(?:owner|line\S*)\)/, '')}`,
    )
    .toSorted()
    .join('; ')
}
