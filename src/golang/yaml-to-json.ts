import { invariant } from '../net/invariant.ts'
import { err, ok, type Result } from '../net/result.ts'
import { Agenda } from './agenda.ts'
import { formatGoFloat } from './go-float.ts'
import { printJsonFloat } from './json/print-json.ts'
import { type JsonValue, type Located, MAX_NESTING, type Member } from './json/value.ts'
import { printGoSyntax } from './yaml/go-syntax.ts'
import type { Scalar } from './yaml/resolve.ts'
import type { Located as LocatedYaml, YamlMap, YamlValue } from './yaml/value.ts'

/** Why a YAML document has no JSON form; `offset` in UTF-16 units. */
export interface ConversionError {
  readonly text: string
  readonly offset: number
}

/**
 * The JSON that sigs.k8s.io/yaml makes of a document: keys become text and are sorted, numbers are
 * written as Go writes them.
 * Source: sigs.k8s.io/yaml v1.3.0, yaml.go, YAMLToJSON; Go 1.19, encoding/json/encode.go.
 */
export function yamlToJson(root: LocatedYaml): Result<Located, ConversionError> {
  const converter = new Converter()
  let built: Built | null = null
  converter.convert(root, (result) => {
    built = result
  })
  const error = converter.run()
  if (error !== null) return err(error)
  invariant(built !== null, 'a conversion without an error has a value')
  const whole: Built = built
  if (whole.unsupported !== null) return err(whole.unsupported)
  const at = { value: whole.value, start: root.start, end: root.end }
  return whole.height > MAX_NESTING ? err(tooDeep(whole, at)) : ok(at)
}

interface Built {
  readonly value: JsonValue
  /** Arrays and objects in each other. */
  readonly height: number
  /** What it consists of, in order. */
  readonly parts: readonly Built[]
  /** The first number that JSON does not have. */
  readonly unsupported: ConversionError | null
}

class Converter {
  private readonly agenda = new Agenda()
  private error: ConversionError | null = null
  /** A value that several aliases share is converted once. */
  private readonly shared = new Map<YamlValue, Built>()

  run(): ConversionError | null {
    this.agenda.run(() => this.error !== null)
    return this.error
  }

  convert({ value, start }: LocatedYaml, sink: (built: Built) => void): void {
    if (value.kind !== 'list' && value.kind !== 'map') {
      sink(buildScalar(value, start))
      return
    }
    const known = this.shared.get(value)
    if (known !== undefined) {
      sink(known)
      return
    }
    const done = (built: Built): void => {
      this.shared.set(value, built)
      sink(built)
    }
    if (value.kind === 'map') this.convertMap(value, done)
    else this.convertList(value.items, done)
  }

  private convertList(list: readonly LocatedYaml[], sink: (built: Built) => void): void {
    const parts: Built[] = []
    this.agenda.add(() => {
      const items = list.map(({ start, end }, at) => ({ value: builtAt(parts, at), start, end }))
      sink(build({ kind: 'array', items }, parts))
    })
    this.agenda.addAll(list.map((item) => () => this.convert(item, (part) => parts.push(part))))
  }

  private convertMap({ entries }: YamlMap, sink: (built: Built) => void): void {
    const found = new Map<string, { readonly built: Built; readonly member: Member }>()
    this.agenda.add(() => {
      const sorted = [...found.values()].sort((a, b) => compareUtf8(a.member.key, b.member.key))
      const members = sorted.map(({ member }) => member)
      const parts = sorted.map(({ built }) => built)
      sink(build({ kind: 'object', members }, parts))
    })
    this.agenda.addAll(
      [...entries.values()].map((entry) => () => {
        const { key, keyStart, keyEnd, at } = entry
        const name = keyText(key)
        if (name === null) {
          this.error ??= { text: unsupportedKey(key, at.value), offset: keyStart }
          return
        }
        this.convert(at, (built) => {
          const located = { value: built.value, start: at.start, end: at.end }
          found.set(name, { built, member: { key: name, keyStart, keyEnd, at: located } })
        })
      }),
    )
  }
}

function builtAt(parts: readonly Built[], at: number): JsonValue {
  const part = parts[at]
  invariant(part !== undefined, 'every item of a list is converted before the list')
  return part.value
}

const build = (value: JsonValue, parts: readonly Built[]): Built => ({
  value,
  parts,
  height: parts.reduce((highest, { height }) => Math.max(highest, height), 0) + 1,
  unsupported: parts.find(({ unsupported }) => unsupported !== null)?.unsupported ?? null,
})

function buildScalar(scalar: Scalar, offset: number): Built {
  const plain = (value: JsonValue): Built => ({ value, height: 0, parts: [], unsupported: null })
  switch (scalar.kind) {
    case 'int':
    case 'uint':
      return plain({ kind: 'number', text: String(scalar.value) })
    case 'float': {
      const { value } = scalar
      if (Number.isFinite(value)) return plain({ kind: 'number', text: printJsonFloat(value) })
      const text = `json: unsupported value: ${formatGoFloat(value, 64)}`
      return { ...plain({ kind: 'null' }), unsupported: { text, offset } }
    }
    default:
      return plain(scalar)
  }
}

/** Null: a key of this kind is refused. */
function keyText(key: Scalar): string | null {
  switch (key.kind) {
    case 'string':
      return key.value
    case 'float':
      return (
        { '+Inf': '.inf', '-Inf': '-.inf', NaN: '.nan' }[formatGoFloat(key.value, 32)] ??
        formatGoFloat(key.value, 32)
      )
    case 'int':
    case 'bool':
      return String(key.value)
    default:
      return null
  }
}

const unsupportedKey = (key: Scalar, value: YamlValue): string =>
  `Unsupported map key of type: ${key.kind === 'null' ? '%!s(<nil>)' : 'uint64'}, ` +
  `key: ${printGoSyntax(key)}, value: ${printGoSyntax(value)}`

/** As Go compares text: by the bytes of its UTF-8 form, which is the order of code points. */
function compareUtf8(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at += 1) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (x !== y) return Number(isSurrogate(x)) - Number(isSurrogate(y)) || x - y
  }
  return a.length - b.length
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff

/** The JSON is written, and refused when it is read again: at the first bracket that is too deep. */
function tooDeep(root: Built, at: Located): ConversionError {
  let built = root
  let { start } = at
  for (let left = MAX_NESTING; left > 0; left -= 1) {
    const { value, parts } = built
    const deep = parts.findIndex(({ height }) => height >= left)
    built = parts[deep] ?? built
    const inner = value.kind === 'array' ? value.items[deep] : undefined
    const member = value.kind === 'object' ? value.members[deep]?.at : undefined
    start = (inner ?? member)?.start ?? start
  }
  const bracket = built.value.kind === 'object' ? '{' : '['
  return { text: `invalid character '${bracket}' exceeded max depth`, offset: start }
}
