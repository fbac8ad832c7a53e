import { err, ok, type Result } from '../net/result.ts'

/** A value of a JSON document, of which nothing is known yet. */
export type Json = unknown

/** The member of an object, or undefined where there is none. */
export function field(value: Json, name: string): Json {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Readonly<Record<string, Json>>)[name]
}

export function textOf(value: Json, name: string): Result<string, string> {
  const text = field(value, name)
  return typeof text === 'string' ? ok(text) : err(`${name} is not a text`)
}

/** A whole number of at most `most`, or `otherwise` where the member is missing. */
export function numberOf(
  value: Json,
  name: string,
  most: number,
  otherwise?: number,
): Result<number, string> {
  const number = field(value, name)
  if (number === undefined && otherwise !== undefined) return ok(otherwise)
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= most
    ? ok(number)
    : err(`${name} is not a number from 0 to ${most}`)
}

/** Every element read, or the first that cannot be, with its place counted from 1. */
export function listOf<T>(
  value: Json,
  read: (element: Json) => Result<T, string>,
): Result<readonly T[], string> {
  if (!Array.isArray(value)) return err('not a list')
  const elements: T[] = []
  for (const [i, element] of value.entries()) {
    const one = read(element)
    if (!one.ok) return err(`${i + 1}: ${one.error}`)
    elements.push(one.value)
  }
  return ok(elements)
}
