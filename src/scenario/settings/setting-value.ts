import type { Setting, SettingValue } from '../../dataplanes/setting.ts'

/** What stands in a manifest as the value that the control shows; null where it is none of its kind. */
export function readSettingValue(
  raw: unknown,
  { control, place }: Pick<Setting, 'control' | 'place'>,
): SettingValue | null {
  switch (control.kind) {
    case 'switch':
      return readBoolean(raw, place)
    case 'number':
      return readNumber(raw)
    case 'list':
      return readList(raw, place)
    case 'choice':
    case 'text':
      return typeof raw === 'object' ? null : String(raw)
  }
}

/** What is written for a value: places that hold text hold it as text. */
export function writtenValue(
  value: SettingValue,
  place: Setting['place'],
): SettingValue | readonly Readonly<Record<string, string>>[] {
  if (isText(place)) return Array.isArray(value) ? value.join(',') : String(value)
  const item = place.in === 'manifest' ? place.item : undefined
  return Array.isArray(value) && item !== undefined
    ? value.map((text: string) => ({ [item]: text }))
    : value
}

/** Does the place hold text whatever the value is? */
const isText = (place: Setting['place']): boolean =>
  place.in === 'argument' || place.in === 'environment' || (place.in === 'manifest' && place.quoted)

/** Source: Go, strconv.ParseBool. */
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['1', 't', 'T', 'true', 'TRUE', 'True'].map((text) => [text, true] as const),
  ...['0', 'f', 'F', 'false', 'FALSE', 'False'].map((text) => [text, false] as const),
])

function readBoolean(raw: unknown, place: Setting['place']): boolean | null {
  if (isText(place)) return BOOLEANS.get(String(raw)) ?? null
  return typeof raw === 'boolean' ? raw : null
}

function readNumber(raw: unknown): number | null {
  if (typeof raw === 'number') return raw
  return typeof raw === 'string' && /^-?\d+(\.\d+)?$/.test(raw.trim()) ? Number(raw) : null
}

function readList(raw: unknown, place: Setting['place']): readonly string[] | null {
  if (isText(place)) return typeof raw === 'object' ? null : splitList(String(raw))
  if (!Array.isArray(raw)) return null
  const item = place.in === 'manifest' ? place.item : undefined
  const texts = raw.map((each: unknown) =>
    item !== undefined && typeof each === 'object' && each !== null
      ? (each as Readonly<Record<string, unknown>>)[item]
      : each,
  )
  return texts.every((text) => typeof text === 'string' || typeof text === 'number')
    ? texts.map(String)
    : null
}

const splitList = (text: string): readonly string[] =>
  text
    .split(/[,\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
