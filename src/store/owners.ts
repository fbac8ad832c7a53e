import { useMemo } from 'react'
import type { Header, Owner, Trace } from '../engine/trace.ts'
import type { Evaluation } from '../scenario/evaluation.ts'
import { useEvaluation } from './reading.ts'

/** Whose an address is: as the trace on show says, else as the map says. */
export function useOwnerOf(): (address: string) => Owner | null {
  const evaluation = useEvaluation()
  return useMemo(() => {
    const owners = ownersIn(evaluation)
    return (address) => owners.get(address) ?? null
  }, [evaluation])
}

export function ownersIn(evaluation: Evaluation | null): ReadonlyMap<string, Owner> {
  if (evaluation === null) return new Map()
  return new Map([
    ...evaluation.map.places.flatMap(({ lines, owner }) =>
      lines.map((line): [string, Owner] => [line, owner]),
    ),
    ...headersOf(evaluation.trace).flatMap(
      ({ src, srcOwner, dst, dstOwner }): [string, Owner][] => [
        [dst, dstOwner],
        [src, srcOwner],
      ],
    ),
  ])
}

function headersOf(trace: Trace | null): readonly Header[] {
  if (trace === null) return []
  return [trace.forward, trace.reply]
    .flatMap((leg) => leg?.hops ?? [])
    .flatMap(({ before, after }) => [before, after])
}
