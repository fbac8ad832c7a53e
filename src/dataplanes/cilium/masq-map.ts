import { parseGoCidr } from '../../golang/go-cidr.ts'
import {
  decodeStruct,
  type Field,
  fieldName,
  nameOf,
  type Trouble,
} from '../../golang/json/decode-struct.ts'
import { BoolField } from '../../golang/json/fields.ts'
import { printJson } from '../../golang/json/print-json.ts'
import type { Located, Member } from '../../golang/json/value.ts'
import type { Place } from '../../golang/line-table.ts'
import { quoteGo } from '../../golang/quote.ts'
import { type JsonDocument, readYamlOrJson } from '../../golang/read-yaml-or-json.ts'
import { type Cidr, formatCidr, parseCidr } from '../../net/cidr.ts'
import { invariant } from '../../net/invariant.ts'
import { err, ok, type Result } from '../../net/result.ts'
import type { ConfigFile } from '../ip-masq-agent/config-file.ts'
import { defaultRanges } from '../ip-masq-agent/default-config.ts'

/** What Cilium's own ip-masq-agent writes into its maps. */
export interface MasqMap {
  readonly entries: readonly MasqEntry[]
  readonly masqLinkLocal: boolean
  /** The list is the built-in one: there is no file, or one of zero bytes. */
  readonly defaults: boolean
  /** Where the file's list stands; null where it has none. */
  readonly listPlace: Place | null
  /** Keys that only the agent of the same name knows. */
  readonly ignored: readonly { readonly key: string; readonly place: Place }[]
}

export interface MasqEntry {
  readonly cidr: Cidr
  readonly why: 'default' | 'listed' | 'link-local'
  readonly place: Place | null
  /** As written, where that differs: host bits are cut off. */
  readonly written: string | null
}

export interface MasqError {
  readonly text: string
  readonly place: Place
}

/** A file, or the part of Helm's values that the chart makes one of. */
export type MasqSource =
  | { readonly kind: 'file'; readonly file: ConfigFile }
  | { readonly kind: 'values'; readonly root: Located; readonly place: (offset: number) => Place }

/**
 * The agent's file to its map: three keys, no limit, host bits cut off, and the long list of defaults
 * only where there is nothing to read. Source: cilium/cilium pkg/ipmasq/ipmasq.go, readConfig, Update.
 */
export function readMasqMap(source: MasqSource | null): Result<MasqMap, MasqError> {
  if (source === null) return ok(DEFAULTS)
  if (source.kind === 'values') return decode(source.root, () => '', source.place)
  const { file } = source
  if (file.text === '') return ok(DEFAULTS)
  const document = readYamlOrJson(file.text)
  if (document.ok) return decode(document.value.root, document.value.raw, file.place)
  const { text, offset } = document.error
  return err({ text: `Failed to convert to json: ${text}`, place: file.place(offset) })
}

function decode(
  root: Located,
  raw: JsonDocument['raw'],
  place: (offset: number) => Place,
): Result<MasqMap, MasqError> {
  const list = new RangesField()
  const link4 = new BoolField(false)
  const link6 = new BoolField(false)
  const fields = new Map<string, Field>([
    ['nonMasqueradeCIDRs', list],
    ['masqLinkLocal', link4],
    ['masqLinkLocalIPv6', link6],
  ])
  const error = decodeStruct(root, { goType: 'ipmasq.config', fields }, raw)
  if (error) {
    return err({ text: `Failed to de-serialize json: ${error.text}`, place: place(error.at.start) })
  }
  const listed = list.ranges.map(
    ({ cidr, text, at }): MasqEntry => ({
      cidr,
      why: 'listed',
      place: place(at.start),
      written: formatCidr(cidr) === text ? null : text,
    }),
  )
  return ok({
    entries: [...listed, ...linkLocal(link4.value, link6.value)],
    masqLinkLocal: link4.value,
    defaults: false,
    listPlace: list.at && place(list.at.start),
    ignored: members(root)
      .filter(({ key }) => !fields.has(fieldName(key, fields)))
      .map(({ key, keyStart }) => ({ key, place: place(keyStart) })),
  })
}

const members = ({ value }: Located): readonly Member[] =>
  value.kind === 'object' ? value.members : []

interface Range {
  readonly cidr: Cidr
  readonly text: string
  readonly at: Located
}

/** A Go `[]ipmasq.Ipnet`. */
class RangesField implements Field {
  ranges: readonly Range[] = []
  at: Located | null = null

  decode(at: Located): Trouble | null {
    const { value } = at
    this.at = at
    this.ranges = []
    if (value.kind === 'null') return null
    if (value.kind !== 'array') {
      return { kind: 'mismatch', got: nameOf(value), goType: '[]ipmasq.Ipnet', at }
    }
    const ranges: Range[] = []
    for (const item of value.items) {
      const range = readRange(item)
      if (!range.ok) return { kind: 'refused', text: range.error, at: item }
      ranges.push(range.value)
    }
    this.ranges = ranges
    return null
  }
}

function readRange(at: Located): Result<Range, string> {
  const { value } = at
  if (value.kind !== 'string') {
    const got = value.kind === 'array' || value.kind === 'object' ? value.kind : printJson(value)
    return err(`Invalid CIDR: ${got}`)
  }
  const read = parseGoCidr(value.value)
  if (!read.ok) return err(`Invalid CIDR ${quoteGo(value.value)}: ${read.error}`)
  return ok({ cidr: read.value.network, text: value.value, at })
}

const built = (text: string, why: MasqEntry['why']): MasqEntry => {
  const cidr = parseCidr(text)
  invariant(cidr.ok, `${text} is a range`)
  return { cidr: cidr.value, why, place: null, written: null }
}

const linkLocal = (masquerade4: boolean, masquerade6: boolean): readonly MasqEntry[] => [
  ...(masquerade4 ? [] : [built('169.254.0.0/16', 'link-local')]),
  ...(masquerade6 ? [] : [built('fe80::/10', 'link-local')]),
]

const DEFAULTS: MasqMap = {
  entries: [
    ...defaultRanges(true).map((text) => built(text, 'default')),
    ...linkLocal(false, false),
  ],
  masqLinkLocal: false,
  defaults: true,
  listPlace: null,
  ignored: [],
}
