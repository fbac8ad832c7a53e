import { useState } from 'react'

/** A field that is written when one is done: what is being typed, over what stands there. */
export function useWritten(standing: string, onWrite: (text: string) => void) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string } | null>(null)
  const text = typed?.over === standing ? typed.text : standing
  return {
    text,
    type: (next: string) => setTyped({ text: next, over: standing }),
    write: () => {
      if (text !== standing) onWrite(text)
    },
    giveUp: () => setTyped(null),
  }
}
