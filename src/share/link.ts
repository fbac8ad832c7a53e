import { err, type NonEmpty, ok, type Result } from '../net/result.ts'
import { restoreState } from '../scenario/restore-state.ts'
import type { ScenarioState } from '../scenario/state.ts'
import { canonicalJson } from './canonical-json.ts'
import { checksum } from './checksum.ts'
import { DICTIONARIES } from './dictionaries/dictionaries.ts'
import type { LinkIssue } from './link-issue.ts'
import { type LinkView, readScreen } from './link-view.ts'
import { pack, UNPACKED_LIMIT, type UnpackIssue, unpack } from './pack.ts'
import { isPrefill, readPrefill } from './prefill.ts'
import { CURRENT_VERSION, upgrade } from './upgrades.ts'

export interface OpenedLink {
  readonly view: LinkView
  /** What had to be mended to open it. */
  readonly issues: readonly LinkIssue[]
}

/**
 * A view as the fragment of a URL, `#` included: `s`, the version, the number of the dictionary, a
 * checksum, the packed text. `README.md` has the format.
 */
export function encodeLink(view: LinkView): string {
  const text = canonicalJson(view)
  const packed = DICTIONARIES.map((dictionary, number) => `${number}.${pack(text, dictionary)}`)
  const shortest = packed.reduce((best, next) => (next.length < best.length ? next : best))
  const [number, payload] = shortest.split('.')
  return `#s${CURRENT_VERSION}.${number}.${checksum(text)}${payload}`
}

/**
 * The fragment of a URL, with or without `#`, to what it opens. `builtins` are what a prefill link
 * starts from. Nothing in a link is believed: what comes back was checked and made anew.
 */
export function decodeLink(
  fragment: string,
  builtins: NonEmpty<ScenarioState>,
): Result<OpenedLink, LinkIssue> {
  const { text, doubly } = unescaped(fragment)
  const packed = PACKED.exec(text)
  if (!packed && !isPrefill(text)) return err({ code: BEGINNING.test(text) ? 'cut' : 'unreadable' })
  const opened = packed
    ? readPacked(Number(packed[1]), Number(packed[2]), packed[3] ?? '', packed[4] ?? '')
    : ok(readPrefill(text, builtins))
  if (!opened.ok || !doubly) return opened
  const { view, issues } = opened.value
  return ok({ view, issues: [{ code: 'double-encoded' }, ...issues] })
}

/** The name of the built-in scenario that a link written by hand starts from; null where it names none. */
export function scenarioWanted(fragment: string): string | null {
  const { text } = unescaped(fragment)
  return isPrefill(text) ? new URLSearchParams(text).get('scenario') : null
}

/** What comes after the alphabet is not ours: the full stop of a sentence, a closing bracket. */
const PACKED = /^s(\d{1,4})\.(\d{1,4})\.([\w-]{4})([\w-]+)/
const BEGINNING = /^(s(\d{1,4}(\.(\d{1,4}(\.[\w-]{0,4})?)?)?)?)?$/

/** Undoes what mail and chat programs do to links: line breaks, and one escape too many. */
function unescaped(fragment: string): { readonly text: string; readonly doubly: boolean } {
  let text = fragment.trim().replace(/^#/, '')
  if (/^s\d/.test(text)) text = text.replaceAll(/%20|%0A|%0D|\s/gi, '')
  for (let round = 0; round < 3; round += 1) {
    const still = isPrefill(text) && /%25[\dA-F]{2}/i.test(text)
    if ((PACKED.test(text) || isPrefill(text)) && !still) return { text, doubly: round > 0 }
    const plainer = decoded(text)?.replace(/^#/, '')
    if (plainer === undefined || plainer === text) break
    text = plainer
  }
  return { text, doubly: true }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function readPacked(
  version: number,
  number: number,
  check: string,
  payload: string,
): Result<OpenedLink, LinkIssue> {
  if (version < 1) return err({ code: 'unreadable' })
  const dictionary = DICTIONARIES[number]
  if (version > CURRENT_VERSION || dictionary === undefined) {
    const known = `${CURRENT_VERSION}.${DICTIONARIES.length - 1}`
    return err({ code: 'newer-version', version: `${version}.${number}`, known })
  }
  const text = unpack(payload, dictionary)
  if (!text.ok) return err(unpackIssue(text.error))
  const draft = checksum(text.value) === check ? parsed(text.value) : undefined
  return draft === undefined ? err({ code: 'unreadable' }) : readView(upgrade(draft, version))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const unpackIssue = (code: UnpackIssue): LinkIssue =>
  code === 'too-large' ? { code, limit: UNPACKED_LIMIT } : { code }

function readView(draft: unknown): Result<OpenedLink, LinkIssue> {
  const fields = typeof draft === 'object' && draft !== null ? draft : {}
  const restored = restoreState('state' in fields ? fields.state : undefined)
  if (!restored.ok) {
    const path = `state.${restored.error.path}`.replace(/\.$/, '')
    return err({ code: 'invalid', path, salvaged: false })
  }
  const { state, lost } = restored.value
  const { screen, lost: lostWords } = readScreen({ ...fields })
  const paths = [...lost.map((path) => `state.${path}`), ...lostWords]
  const issues = paths.map((path): LinkIssue => ({ code: 'invalid', path, salvaged: true }))
  return ok({ view: { state, ...screen }, issues })
}
