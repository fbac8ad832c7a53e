import { Agenda } from '../agenda.ts'
import type { JsonValue } from './value.ts'

/** Without white space, as Go's `json.Marshal` writes it. */
export function printJson(root: JsonValue): string {
  const agenda = new Agenda()
  let text = ''
  const write = (part: string) => (): void => {
    text += part
  }
  const print = (value: JsonValue): void => {
    if (value.kind === 'array') {
      text += '['
      agenda.add(write(']'))
      agenda.addAll(
        value.items.flatMap((item, at) => [write(at === 0 ? '' : ','), () => print(item.value)]),
      )
    } else if (value.kind === 'object') {
      text += '{'
      agenda.add(write('}'))
      agenda.addAll(
        value.members.flatMap(({ key, at: { value: inner } }, at) => [
          write(`${at === 0 ? '' : ','}${printJsonString(key)}:`),
          () => print(inner),
        ]),
      )
    } else {
      text += printScalar(value)
    }
  }
  print(root)
  agenda.run()
  return text
}

function printScalar(value: Exclude<JsonValue, { kind: 'array' | 'object' }>): string {
  switch (value.kind) {
    case 'null':
      return 'null'
    case 'bool':
      return String(value.value)
    case 'number':
      return value.text
    case 'string':
      return printJsonString(value.value)
  }
}

const SHORT = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])

/** Also what could end a script element is escaped. Source: Go 1.19, encoding/json/encode.go. */
export const printJsonString = (text: string): string =>
  `"${text.replace(/["\\\p{Cc}<>&\u2028\u2029]/gu, escapeJson)}"`

function escapeJson(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0x7f && code < 0xa0) return character
  return SHORT.get(character) ?? `\\u${code.toString(16).padStart(4, '0')}`
}

/** A float64 as `json.Marshal` writes it. */
export const printJsonFloat = (value: number): string =>
  Object.is(value, -0) ? '-0' : String(value)
