import { startTransition, useEffect, useState } from 'react'
import { whenFirst } from '../../store/when-first.ts'

/** The parts of the first picture that wait for the engine's first answer, in the order in which they are drawn. */
type Turn = 'map' | 'words'

/**
 * Is it this part's turn? The first answer changes all of the page: drawn at once it would hold a phone
 * for half a second, in which nothing can be pressed. So the map is drawn first, in slices, and what is
 * said of it when the map has been seen. Later answers change little, and are drawn as one.
 */
export function useTurn(turn: Turn): boolean {
  const [here, setHere] = useState(() => reached.has(turn))
  useEffect(() => {
    let mounted = true
    void untilTurn(turn).then(() => {
      if (mounted) startTransition(() => setHere(true))
    })
    return () => {
      mounted = false
    }
  }, [turn])
  return here
}

export function untilTurn(turn: Turn): Promise<void> {
  turns ??= takeTurns()
  return turns[turn]
}

const reached = new Set<Turn>()
let turns: Readonly<Record<Turn, Promise<void>>> | undefined

function takeTurns(): Readonly<Record<Turn, Promise<void>>> {
  const reach = (turn: Turn) => (): void => {
    reached.add(turn)
  }
  const map = whenFirst(({ run }) => run.phase === 'answered' || run.phase === 'failed').then(
    reach('map'),
  )
  return { map, words: map.then(untilSeen).then(reach('words')) }
}

/** What was drawn is on the screen; in a hidden page nothing ever is. */
function untilSeen(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) resolve()
    else requestAnimationFrame(() => setTimeout(resolve))
  })
}
