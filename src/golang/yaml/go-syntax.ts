import { Agenda } from '../agenda.ts'
import { formatGoFloat } from '../go-float.ts'
import { quoteGo } from '../quote.ts'
import type { Scalar } from './resolve.ts'
import type { YamlMap, YamlValue } from './value.ts'

/** A value as `%#v` prints it. Keys of one kind come sorted. Source: Go 1.19, fmt/print.go. */
export function printGoSyntax(value: YamlValue): string {
  if (value.kind === 'null') return '<nil>'
  const agenda = new Agenda()
  let text = ''
  const write = (part: string) => () => {
    text += part
  }
  const print = (inner: YamlValue): void => {
    if (inner.kind === 'list') {
      agenda.add(write('}'))
      agenda.addAll(between(inner.items.map((item) => [() => print(item.value)])))
      text += '[]interface {}{'
    } else if (inner.kind === 'map') {
      agenda.add(write('}'))
      agenda.addAll(
        between(
          sortedEntries(inner).map(({ key, at }) => [
            write(`${printScalar(key)}:`),
            () => print(at.value),
          ]),
        ),
      )
      text += 'map[interface {}]interface {}{'
    } else {
      text += printScalar(inner)
    }
  }
  const between = (groups: readonly (() => void)[][]): (() => void)[] =>
    groups.flatMap((group, at) => (at === 0 ? group : [write(', '), ...group]))
  print(value)
  agenda.run()
  return text
}

function printScalar(scalar: Scalar): string {
  switch (scalar.kind) {
    case 'null':
      return 'interface {}(nil)'
    case 'string':
      return quoteGo(scalar.value)
    case 'uint':
      return `0x${scalar.value.toString(16)}`
    case 'float':
      return formatGoFloat(scalar.value, 64)
    default:
      return String(scalar.value)
  }
}

function sortedEntries({ entries }: YamlMap) {
  return [...entries.values()].sort((a, b) => compareKeys(a.key, b.key))
}

const ORDER: readonly Scalar['kind'][] = ['null', 'bool', 'int', 'uint', 'float', 'string']

function compareKeys(a: Scalar, b: Scalar): number {
  if (a.kind !== b.kind || a.kind === 'null' || b.kind === 'null') {
    return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)
  }
  if (a.value === b.value) return 0
  return a.value < b.value ? -1 : 1
}
