import { useLayoutEffect, useRef } from 'react'
import { playground, usePlayground } from '../../../store/playground.ts'
import type { WalkOnShow } from './walk-on-show.ts'

/** How long the mark takes from row to row at speed 1, in milliseconds: less than a rule is tried. */
const STRIDE = 130
const JUMP = 320

/** The packet itself as a mark beside the row that it is at, which goes down the rows with it. */
export function Walker({ onShow }: { readonly onShow: WalkOnShow }) {
  const playing = usePlayground((state) => state.playing)
  return onShow.now === null ? (
    <Result onShow={onShow} />
  ) : (
    <Mark onShow={onShow} playing={playing} />
  )
}

/** Where no rule is being tried, what was decided is what one came for: it is not left below the fold. */
function Result({ onShow: { walk, upTo } }: { readonly onShow: WalkOnShow }) {
  const here = useRef<HTMLSpanElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another row decides in another walk
  useLayoutEffect(() => {
    const row = here.current?.parentElement?.querySelector<HTMLElement>('tr[data-state="decided"]')
    if (row) bringIntoView(row)
  }, [walk, upTo])
  return <span ref={here} hidden />
}

function Mark({
  onShow: { now, walk, hop },
  playing,
}: {
  readonly onShow: WalkOnShow
  readonly playing: boolean
}) {
  const mark = useRef<HTMLSpanElement>(null)
  const at = useRef<number | null>(null)
  const goesBack = now !== null && walk.steps[now]?.kind === 'resumed'
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row moves with the step
  useLayoutEffect(() => {
    const { current } = mark
    const row = rowNow(current)
    if (current === null || row === null) return
    const before = at.current
    at.current = settle(current, row)
    bringIntoView(row)
    if (before !== null) go(current, { from: before, to: at.current, goesBack })
  }, [now, walk, goesBack])
  useLayoutEffect(() => {
    const frame = mark.current?.parentElement
    if (!frame) return
    const bar = frame.querySelector('.rule-steps')
    const observer = new ResizeObserver((changed) => {
      const row = rowNow(mark.current)
      if (mark.current === null || row === null) return
      at.current = settle(mark.current, row)
      // What it says of a stop must not lie over the row where playing stopped.
      if (changed.some(({ target }) => target === bar)) bringIntoView(row)
    })
    observer.observe(frame)
    if (bar !== null) observer.observe(bar)
    return () => observer.disconnect()
  }, [])
  return (
    <span
      ref={mark}
      className="walker"
      data-owner={hop.before.srcOwner}
      data-playing={playing || undefined}
      aria-hidden="true"
    />
  )
}

const rowNow = (mark: HTMLElement | null): HTMLElement | null =>
  mark?.parentElement?.querySelector<HTMLElement>('tr[aria-current="step"]') ?? null

/** Puts the mark beside the middle of a row, in pixels below the top of its frame. */
function settle(mark: HTMLElement, row: HTMLElement): number {
  const top = mark.parentElement?.getBoundingClientRect().top ?? 0
  const box = row.getBoundingClientRect()
  const here = box.top - top + Math.min(box.height, TALLEST) / 2
  mark.style.setProperty('--y', `${here}px`)
  return here
}

/** Rows with more than a line begin with what counts. */
const TALLEST = 28

function go(
  mark: HTMLElement,
  {
    from,
    to,
    goesBack,
  }: { readonly from: number; readonly to: number; readonly goesBack: boolean },
): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const wide = mark.parentElement?.clientWidth ?? 0
  const { speed } = playground().getState()
  mark.animate(goesBack ? roundTheRail(from, to, wide) : straight(from, to), {
    duration: (goesBack ? JUMP : STRIDE) / speed,
    easing: 'ease-out',
  })
}

const place = (x: number, y: number) => ({ translate: `${x}px ${y}px` })

const straight = (from: number, to: number) => [place(0, from), place(0, to)]

/** Back to a caller it goes along the line that is drawn there. */
const roundTheRail = (from: number, to: number, wide: number) => [
  place(0, from),
  place(wide - 12, from),
  place(wide - 12, to),
  place(0, to),
]

/** Scrolls the panel alone, and leaves the row free of what sticks to its edges. */
function bringIntoView(row: HTMLElement): void {
  const panel = row.closest<HTMLElement>('.beside .half, .tab-panel')
  if (panel === null) return
  const stuck = panel.querySelector<HTMLElement>('.suggestion')?.offsetHeight ?? 0
  const top = row.getBoundingClientRect().top - panel.getBoundingClientRect().top + panel.scrollTop
  const room = row.offsetHeight
  const over = panel.querySelector<HTMLElement>('.rule-steps')?.offsetHeight ?? 0
  const bottom = top + 2 * room + (stuck === 0 ? 0 : stuck + BELOW)
  if (top < panel.scrollTop + over + room) panel.scrollTop = top - over - room
  else if (bottom > panel.scrollTop + panel.clientHeight) {
    panel.scrollTop = bottom - panel.clientHeight
  }
}

const BELOW = 24
