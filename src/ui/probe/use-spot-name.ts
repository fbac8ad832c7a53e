import { useCallback } from 'react'
import { placeNamer } from '../../i18n/place-name.ts'
import { partText } from '../../i18n/sentence.ts'
import type { ProbeSpot } from '../../scenario/probe/spot.ts'
import { useMessages } from '../../store/reading.ts'

/** `node-1`, `pod-a – node-1`, `node-1 IP-MASQ`. */
export function useSpotName(): (spot: ProbeSpot) => string {
  const { names } = useMessages()
  const { internet, metadata } = names.places
  return useCallback(
    (spot) => {
      const nameOf = placeNamer({ internet, metadata })
      const text = (place: string): string => partText(nameOf(place))
      switch (spot.kind) {
        case 'place':
          return text(spot.place)
        case 'link':
          return `${text(spot.from)} – ${text(spot.to)}`
        case 'chain':
          return `${text(spot.place)} ${spot.chain}`
      }
    },
    [internet, metadata],
  )
}
