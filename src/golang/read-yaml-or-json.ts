import { err, ok, type Result } from '../net/result.ts'
import { printJson } from './json/print-json.ts'
import { readJson } from './json/read-json.ts'
import type { Located } from './json/value.ts'
import { composeYaml } from './yaml/compose.ts'
import { decodeYaml } from './yaml/decode.ts'
import { problemText } from './yaml/problem.ts'
import { yamlToJson } from './yaml-to-json.ts'

/** A text that is YAML, or JSON where it begins with a brace, as JSON. */
export interface JsonDocument {
  readonly root: Located
  /** A part of it as the JSON has it. */
  readonly raw: (at: Located) => string
  /** Where the text goes on after the first YAML document; nobody reads that part. */
  readonly rest: number | null
}

export interface TextError {
  /** In the words of the Go program. */
  readonly text: string
  /** UTF-16 units from the start of the text. */
  readonly offset: number
}

/** Source: k8s.io/apimachinery v0.28, pkg/util/yaml/decoder.go, ToJSON. */
export function readYamlOrJson(text: string): Result<JsonDocument, TextError> {
  if (!/^[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*\{/.test(text)) {
    return readYaml(text)
  }
  const json = readJson(text)
  if (!json.ok) return json
  return ok({ root: json.value, raw: ({ start, end }) => text.slice(start, end), rest: null })
}

/** Always YAML. Source: sigs.k8s.io/yaml v1.3.0, yaml.go, YAMLToJSON. */
export function readYaml(text: string): Result<JsonDocument, TextError> {
  const document = composeYaml(text)
  if (!document.ok) {
    return err({ text: problemText(document.error), offset: document.error.offset })
  }
  const decoded = decodeYaml(document.value)
  if (!decoded.ok) return err({ text: problemText(decoded.error), offset: decoded.error.offset })
  const json = yamlToJson(decoded.value)
  if (!json.ok) return json
  const { rest } = document.value
  return ok({ root: json.value, raw: ({ value }) => printJson(value), rest })
}
