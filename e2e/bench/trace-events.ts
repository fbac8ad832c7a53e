/** What is read of a performance recording; times in microseconds. */
export interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly args?: { readonly name?: string }
}

/** From one mark to the next, in milliseconds: how long, and how long of it two threads worked. */
export interface Busy {
  readonly lasted: number
  readonly main: number
  readonly worker: number
}

export function busyBetweenMarks(
  events: readonly TraceEvent[],
  start: string,
  end: string,
): readonly Busy[] {
  const marks = (name: string) => events.filter((event) => event.name === name && event.ph !== 'M')
  const [home] = marks(start)
  if (home === undefined) throw new Error('the recording has no marks')
  const worker = events.find(
    ({ name, pid, args }) =>
      name === 'thread_name' && pid === home.pid && /DedicatedWorker/.test(args?.name ?? ''),
  )
  if (worker === undefined) throw new Error('the recording has no worker')
  const ends = marks(end)
  return marks(start).map(({ ts }, index) => {
    const until = ends[index]?.ts ?? Number.NaN
    return {
      lasted: (until - ts) / 1000,
      main: workOf(events, home, ts, until),
      worker: workOf(events, worker, ts, until),
    }
  })
}

/** Milliseconds that a thread spent in tasks between two moments. */
function workOf(
  events: readonly TraceEvent[],
  thread: Pick<TraceEvent, 'pid' | 'tid'>,
  from: number,
  until: number,
): number {
  const micro = events
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === thread.pid && tid === thread.tid)
    .map(({ ts, dur = 0 }) => Math.min(ts + dur, until) - Math.max(ts, from))
    .filter((inside) => inside > 0)
    .reduce((sum, inside) => sum + inside, 0)
  return micro / 1000
}
