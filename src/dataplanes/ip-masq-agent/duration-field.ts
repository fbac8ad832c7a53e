import { parseDuration } from '../../golang/duration.ts'
import type { Field, Trouble } from '../../golang/json/decode-struct.ts'
import { nameOf } from '../../golang/json/decode-struct.ts'
import type { Located } from '../../golang/json/value.ts'
import { quoteGo } from '../../golang/quote.ts'

/**
 * `resyncInterval`. Up to v2.12.1 a type of the agent's own, which reads what stands between the
 * quotes of the JSON as it is; from v2.12.2 on metav1.Duration.
 */
export class DurationField implements Field {
  /** Nanoseconds. */
  value: bigint
  place: Located | null = null
  private readonly meta: boolean

  constructor(initial: bigint, meta: boolean) {
    this.value = initial
    this.meta = meta
  }

  decode(at: Located, raw: () => string): Trouble | null {
    const { value } = at
    if (!this.meta && value.kind !== 'string') {
      const text = `expected string value for unmarshal to field of type Duration, got ${quoteGo(raw())}`
      return { kind: 'refused', text, at }
    }
    if (value.kind !== 'string' && value.kind !== 'null') {
      return { kind: 'refused-mismatch', got: nameOf(value), goType: 'string', at }
    }
    const decoded = value.kind === 'null' ? '' : value.value
    const parsed = parseDuration(this.meta ? decoded : raw().slice(1, -1))
    if (!parsed.ok) return { kind: 'refused', text: parsed.error, at }
    this.value = parsed.value
    this.place = at
    return null
  }
}
