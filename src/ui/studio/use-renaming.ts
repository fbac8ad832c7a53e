import { useRef, useState } from 'react'
import { halfWidth } from '../../net/half-width.ts'
import type { EditOutcome } from '../../store/edits.ts'
import { renameThing } from './selected-things.ts'

export type Refused = Extract<EditOutcome, { readonly ok: false }>

/** A field for a thing's name: what was refused stays in it, with the reason, until it is mended. */
export function useRenaming(thing: string, onDone: () => void) {
  const [refused, setRefused] = useState<Refused | null>(null)
  // Leaving the field is no second wish while Enter, or after Escape, is being followed.
  const asked = useRef(false)
  return {
    refused,
    rename: async (typed: string): Promise<void> => {
      if (asked.current) return
      asked.current = true
      const outcome = await renameThing(thing, halfWidth(typed).trim())
      if (outcome.ok) return onDone()
      asked.current = false
      setRefused(outcome)
    },
    giveUp: () => {
      asked.current = true
      onDone()
    },
    /** Something else is being typed. */
    forget: () => setRefused(null),
  }
}
