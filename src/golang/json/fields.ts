import { type Field, nameOf, type Trouble } from './decode-struct.ts'
import type { Located } from './value.ts'

const mismatch = (at: Located, goType: string, got: string = nameOf(at.value)): Trouble => ({
  ...{ kind: 'mismatch', got, goType, at },
})

/** A Go `bool`. */
export class BoolField implements Field {
  value: boolean
  /** Where it was set last; null while it is the default. */
  place: Located | null = null

  constructor(initial: boolean) {
    this.value = initial
  }

  decode(at: Located): Trouble | null {
    const { value } = at
    if (value.kind === 'null') return null
    if (value.kind !== 'bool') return mismatch(at, 'bool')
    this.value = value.value
    this.place = at
    return null
  }
}

/** A Go `int` of 64 bits. */
export class IntField implements Field {
  value: bigint
  place: Located | null = null

  constructor(initial: bigint) {
    this.value = initial
  }

  decode(at: Located): Trouble | null {
    const { value } = at
    if (value.kind === 'null') return null
    if (value.kind !== 'number') return mismatch(at, 'int')
    if (!/^-?\d+$/.test(value.text)) return mismatch(at, 'int', `number ${value.text}`)
    const whole = BigInt(value.text)
    if (BigInt.asIntN(64, whole) !== whole) return mismatch(at, 'int', `number ${value.text}`)
    this.value = whole
    this.place = at
    return null
  }
}

export interface Item {
  readonly text: string
  /** Where it is written; null for one that was there before. */
  readonly place: Located | null
}

/**
 * A Go `[]string`. Its memory outlives its length: an element that the JSON calls null keeps what
 * stood at its index before, be it a default. Source: Go 1.19, encoding/json/decode.go, array.
 */
export class StringsField implements Field {
  /** Null where Go has a nil slice. */
  items: readonly Item[] | null
  place: Located | null = null
  private memory: Item[]

  constructor(initial: readonly string[]) {
    this.memory = initial.map((text) => ({ text, place: null }))
    this.items = this.memory
  }

  decode(at: Located): Trouble | null {
    const { value } = at
    if (value.kind === 'null') {
      this.items = null
      this.memory = []
      this.place = at
      return null
    }
    if (value.kind !== 'array') return mismatch(at, '[]string')
    let trouble: Trouble | null = null
    const { items } = value
    items.forEach((item, index) => {
      this.makeRoom(index)
      trouble ??= this.decodeItem(item, index)
    })
    if (items.length === 0) this.memory = []
    this.items = this.memory.slice(0, items.length)
    this.place = at
    return trouble
  }

  /** Memory that is used up is left for a larger one; only what is in use moves along. */
  private makeRoom(index: number): void {
    const full = this.memory.length
    if (index < full) return
    const larger = Math.max(4, full + Math.floor(full / 2))
    for (let at = full; at < larger; at += 1) this.memory.push({ text: '', place: null })
  }

  private decodeItem(at: Located, index: number): Trouble | null {
    const { value } = at
    const before = this.memory[index]?.text ?? ''
    if (value.kind !== 'null' && value.kind !== 'string') return mismatch(at, 'string')
    this.memory[index] = { text: value.kind === 'null' ? before : value.value, place: at }
    return null
  }
}
