import { type PlaygroundState, playground } from './playground.ts'

/** Is kept when something holds of the store for the first time; at once where it does already. */
export function whenFirst(holds: (state: PlaygroundState) => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (holds(playground().getState())) {
      resolve()
      return
    }
    const leave = playground().subscribe((state) => {
      if (!holds(state)) return
      leave()
      resolve()
    })
  })
}
