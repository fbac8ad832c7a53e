import { DEFAULT_NAME, POLICY_KIND, POLICY_VERSION } from './policy.ts'

/** A policy as `kubectl describe` shows it, or a manifest that lost its separators on a web page. */
export interface Described {
  /** That of the editable policy where the text has lost it. */
  readonly name: string
  readonly apiVersion: string
  readonly action: Written | null
  readonly ranges: readonly Written[]
  readonly mended: readonly Mend[]
}

/** A word and where it stands: UTF-16 units from the start of the text. */
export interface Written {
  readonly text: string
  readonly offset: number
}

/** What was put right to make a manifest of it; ranges are never touched. */
export interface Mend {
  /**
   * `layout`: the columns of `kubectl describe`; `server-fields`: what only the server writes was
   * left out; `separator`: a colon that was lost; `bullet`: a dash that YAML does not know.
   */
  readonly code: 'layout' | 'server-fields' | 'separator' | 'bullet'
  readonly offset: number
  readonly from: string
}

/** Null where the text is neither. A manifest that needs nothing is not one of these. */
export function readDescribed(text: string): Described | null {
  const layout = isDescribed(text)
  const faults = layout || isManifest(text) ? faultsOf(text) : []
  if (!layout && faults.length === 0) return null
  const from = /(?:^|\s)spec(?=\s|:|\.|$)/im.exec(text)?.index ?? 0
  const until = text.slice(from).search(/(?:^|\s)(?:Status|Events):/)
  const spec = text.slice(0, until < 0 ? undefined : from + until)
  return {
    name: /(?:^|\s)name:\s*["']?([^\s"']+)/i.exec(text)?.[1] ?? DEFAULT_NAME,
    apiVersion: /(?:^|\s)api ?version:\s*["']?([^\s"']+)/i.exec(text)?.[1] ?? POLICY_VERSION,
    action: words(spec, ACTION, from)[0] ?? null,
    ranges: words(spec, CIDR, from),
    mended: layout ? [...layoutMends(text), ...faults] : faults,
  }
}

/** With a capital: as a column's title, not as a key. */
const isDescribed = (text: string): boolean =>
  !isManifest(text) &&
  /(?:^|\s)Spec:?(?:\s|$)|(?:^|\s)spec\./m.test(text) &&
  new RegExp(`(?:^|\\s)Kind:\\s*${POLICY_KIND}\\b|(?:^|\\s)Cidr:`).test(text)

const isManifest = (text: string): boolean =>
  new RegExp(`^kind:[ \\t]*["']?${POLICY_KIND}\\b`, 'm').test(text)

const ACTION = /(?<![\w:])action[ \t]*:?[ \t]*["']?([A-Za-z]+)/dgi
const CIDR = /(?<![\w:])cidr[ \t]*:?[ \t]*["']?([0-9A-Fa-f][0-9A-Fa-f.:/]*)/dgi

const words = (text: string, pattern: RegExp, from: number): readonly Written[] =>
  [...text.matchAll(pattern)].flatMap(({ 1: word, indices }) => {
    const offset = indices?.[1]?.[0] ?? 0
    return word === undefined || offset < from ? [] : [{ text: word, offset }]
  })

function layoutMends(text: string): readonly Mend[] {
  const kind = /(?:^|\s)(Kind|Spec):/d.exec(text)
  const server = /(?:^|\s)(Managed Fields|Creation Timestamp|Resource Version|UID):/d.exec(text)
  return [
    { code: 'layout', offset: kind?.indices?.[1]?.[0] ?? 0, from: 'kubectl describe' },
    ...(server
      ? [{ code: 'server-fields' as const, offset: offsetOf(server), from: server[1] ?? '' }]
      : []),
  ]
}

/** `spec.actionNoSNAT`, `actionNoSNAT`, `spec.destinations[]`, `cidr10.0.0.0/8`, `– cidr: …` */
const SEPARATOR =
  /(?<![\w:.])(spec\.action:?[ \t]*[A-Za-z]*|actionNoSNAT|spec\.destinations(?:\[\])?|cidr(?=\d)[\d./]*)/dgi
const BULLET = /([–—•‣·−])[ \t]*cidr/dgi

function faultsOf(text: string): readonly Mend[] {
  const found = (code: Mend['code'], pattern: RegExp) =>
    [...text.matchAll(pattern)].map(
      (match): Mend => ({ code, offset: offsetOf(match), from: match[1] ?? '' }),
    )
  return [...found('separator', SEPARATOR), ...found('bullet', BULLET)]
}

const offsetOf = ({ indices }: RegExpExecArray): number => indices?.[1]?.[0] ?? 0
