import { useCallback } from 'react'
import type { Hop } from '../../engine/trace.ts'
import { placeNamer } from '../../i18n/place-name.ts'
import { partText } from '../../i18n/sentence.ts'
import { useMessages } from '../../store/reading.ts'

/** How a hop is called everywhere: the place, and what happens there. */
export function useHopName(): (hop: Pick<Hop, 'place' | 'stage'>) => string {
  const { names } = useMessages()
  return useCallback(
    ({ place, stage }) => {
      const { internet, metadata } = names.places
      const at = partText(placeNamer({ internet, metadata })(place))
      return `${at} · ${names.stages[stage]}`
    },
    [names],
  )
}
