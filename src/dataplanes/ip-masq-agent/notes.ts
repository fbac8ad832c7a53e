import { fieldName } from '../../golang/json/decode-struct.ts'
import type { Member } from '../../golang/json/value.ts'
import { readYamlOrJson } from '../../golang/read-yaml-or-json.ts'
import { cidrCovers } from '../../net/cidr.ts'
import type { ConfigNote } from '../config-report.ts'
import { readConfig } from './config.ts'
import type { ConfigFile } from './config-file.ts'
import type { EditorText } from './editor-text.ts'
import type { AgentFlags } from './flags.ts'
import { configKeys, type KeptRange, type MasqConfig, nameOfKey } from './masq-config.ts'

/** What a reader should know although nothing is refused, in the order of the lines. */
export function configNotes(text: EditorText, flags: AgentFlags): readonly ConfigNote[] {
  if (text.kind === 'refused') return []
  if (text.kind === 'elsewhere') return text.note === null ? [] : [text.note]
  const ignored = text.note === null ? [] : [text.note]
  const document = readYamlOrJson(text.file.text)
  if (!document.ok) return ignored
  const { root, rest } = document.value
  const members = root.value.kind === 'object' ? root.value.members : []
  const { config } = readConfig(text.file, flags)
  const notes = [
    ...ignored,
    ...keyNotes(text.file, members, flags),
    ...(config.ok ? rangeNotes(config.value) : []),
    ...(rest === null ? [] : [note('only-first-document-read', text.file.place(rest).line)]),
  ]
  return notes.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

const note = (
  code: ConfigNote['code'],
  line: number | null,
  params: ConfigNote['params'] = {},
): ConfigNote => ({ code, line, params })

/** Keys that belong around the file, not into it. */
const MANIFEST_KEYS = ['apiVersion', 'kind', 'metadata', 'data', 'config']

function keyNotes(
  file: ConfigFile,
  members: readonly Member[],
  { profile }: AgentFlags,
): ConfigNote[] {
  const names = configKeys(profile).map((key) => nameOfKey(key, profile))
  const fields = new Map<string, string>(names.map((name) => [name, name]))
  const manifest = members.filter(({ key }) => MANIFEST_KEYS.includes(key))
  const others = members.flatMap((member): ConfigNote[] => {
    const { key, keyStart } = member
    const name = fieldName(key, fields)
    const { line } = file.place(keyStart)
    if (name !== key) return [note('key-in-other-case', line, { key, name })]
    const known = fields.has(name) || manifest.includes(member)
    return known ? [] : [note('unknown-key-ignored', line, { key })]
  })
  const [first] = manifest.toSorted((a, b) => a.keyStart - b.keyStart)
  if (first === undefined) return others
  const keys = manifest.map(({ key }) => key).join(', ')
  return [...others, note('manifest-inside-value', file.place(first.keyStart).line, { keys })]
}

function rangeNotes({ ranges, rangesAreDefaults, places }: MasqConfig): ConfigNote[] {
  if (rangesAreDefaults) return []
  if (ranges.length === 0) return [note('list-empty', places.nonMasqueradeCIDRs?.line ?? null)]
  return ranges.flatMap((range, at): ConfigNote[] => {
    const earlier = ranges.slice(0, at)
    const same = earlier.find((each) => covers(each, range) && covers(range, each))
    const wider = same ?? earlier.find((each) => covers(each, range))
    if (wider === undefined) return []
    const code = wider === same ? 'duplicate-range' : 'covered-by-earlier-range'
    const by = { range: range.text, by: wider.text }
    const line = wider.place?.line
    const params = line === undefined ? by : { ...by, byLine: String(line) }
    return [note(code, range.place?.line ?? null, params)]
  })
}

const covers = (outer: KeptRange, inner: KeptRange): boolean =>
  outer.family === inner.family && cidrCovers(outer.network, inner.network)
