import { allFlows, type Clock, timeOn } from '../../store/all-flows.ts'
import type { Motion } from './motions.ts'

/**
 * Lets the browser move one chip by itself: no frame of it needs this thread. The chip's faces, one for
 * each owner, take turns. Returns what ends it.
 */
export function runChip(chip: HTMLElement, { points, owners, ends }: Motion): () => void {
  const duration = Math.max(1, ends)
  const at = (time: number): number => Math.min(1, time / duration)
  const timing = { duration, fill: 'both' } as const
  const travel = chip.animate(
    points.map(({ x, y, time }) => ({
      transform: `translate(${x}px, ${y}px)`,
      offset: at(time),
    })),
    timing,
  )
  const faces = [...chip.querySelectorAll('.flow-face')].map((face, i) => {
    const from = at(owners[i]?.from ?? 0)
    const next = owners[i + 1]
    const until = next === undefined ? 1 : at(next.from)
    const shown = (offset: number) => ({
      opacity: offset >= from && (offset < until || next === undefined) ? 1 : 0,
      offset,
      easing: 'steps(1, end)',
    })
    return face.animate([...new Set([0, from, until, 1])].map(shown), timing)
  })
  const animations = [travel, ...faces]
  const follow = ({ clock }: { readonly clock: Clock }): void => {
    const time = timeOn(clock, performance.now())
    chip.toggleAttribute('data-arrived', time >= duration)
    for (const animation of animations) put(animation, clock, Math.min(time, duration))
  }
  travel.onfinish = () => chip.toggleAttribute('data-arrived', travel.playState === 'finished')
  follow(allFlows().getState())
  const leave = allFlows().subscribe(follow)
  return () => {
    leave()
    for (const animation of animations) animation.cancel()
  }
}

function put(animation: Animation, { rate, since }: Clock, time: number): void {
  animation.playbackRate = rate
  const end = Number(animation.effect?.getComputedTiming().endTime)
  // One that has ended would begin anew when it is told to play.
  if (time >= end) animation.finish()
  else {
    animation.currentTime = time
    if (since === null) animation.pause()
    else animation.play()
  }
}
