import { describe, expect, test } from 'vitest'
import {
  type Colour,
  chevron,
  colourOf,
  contrast,
  mixed,
  THEMES,
  type Theme,
} from './fixtures/colour.ts'

/** Words must reach 4.5 : 1 (WCAG 2.2, 1.4.3), lines that mean something 3 : 1 (1.4.11). */
const WORDS = 4.5
const LINES = 3

const PAPERS = ['paper', 'surface', 'sunken']
const OWNERS = ['pod', 'node', 'nat', 'link-local', 'far']
const GROUNDS = [...OWNERS, 'kept', 'dropped'].map((name) => `${name}-ground`)
const WRITTEN = ['ink', 'quiet', 'kept', 'dropped', 'undetermined', ...OWNERS]

const PAIRS: readonly (readonly [string, string, number])[] = [
  ...PAPERS.flatMap((paper) => [
    ...WRITTEN.map((word) => [word, paper, WORDS] as const),
    ...['edge', 'faint', 'focus'].map((line) => [line, paper, LINES] as const),
  ]),
  // An address in its chip, whole or with the octets that did not change; a row tinted by what happened.
  ...GROUNDS.flatMap((ground) => [
    ['ink', ground, WORDS] as const,
    ['quiet', ground, WORDS] as const,
    [ground.replace('-ground', ''), ground, WORDS] as const,
    ['focus', ground, LINES] as const,
  ]),
  // In such a row stand what became of the packet, and other addresses.
  ...['far', 'node', 'pod', 'dropped'].flatMap((tint) =>
    ['kept', 'dropped', 'node'].map((word) => [word, `${tint}-ground`, WORDS] as const),
  ),
  // Filled: buttons, the rule that decided, the address that is being rewritten.
  ...['ink', 'kept', 'dropped', ...OWNERS].map((fill) => ['surface', fill, WORDS] as const),
]

describe.each(THEMES)('in the %s theme', (theme) => {
  test.each(PAIRS)('%s on %s can be read', (front, back, least) => {
    expect(contrast(colourOf(front, theme), colourOf(back, theme))).toBeGreaterThanOrEqual(least)
  })

  test.each(OWNERS)(
    'the octets of a rewritten address of a %s that stayed can be read',
    (owner) => {
      const fill = colourOf(owner, theme)
      const quiet = mixed(colourOf('surface', theme), 0.88, fill)
      expect(contrast(quiet, fill)).toBeGreaterThanOrEqual(WORDS)
    },
  )

  test.each(['ink', 'quiet', 'pod', 'node', 'nat', 'link-local'])(
    '%s can be read in a zone in a zone in a zone in a zone',
    (word) => {
      expect(contrast(colourOf(word, theme), nested(4, theme))).toBeGreaterThanOrEqual(WORDS)
    },
  )

  test('edges of places are seen in the innermost zone', () => {
    expect(contrast(colourOf('edge', theme), nested(4, theme))).toBeGreaterThanOrEqual(LINES)
  })

  test.each([...PAPERS, 'pod-ground', 'node-ground', 'far-ground'])(
    'the arrow of a list to choose from is seen on %s',
    (ground) => {
      expect(contrast(chevron(), colourOf(ground, theme))).toBeGreaterThanOrEqual(LINES)
    },
  )
})

/** The paper with as many zones on it, each a breath of ink over the one around it. */
function nested(zones: number, theme: Theme): Colour {
  return Array.from({ length: zones }).reduce<Colour>(
    (ground) => mixed(colourOf('ink', theme), 0.022, ground),
    colourOf('paper', theme),
  )
}
