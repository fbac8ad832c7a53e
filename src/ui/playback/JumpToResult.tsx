import { type MouseEvent, use, useEffect } from 'react'
import { loadChainWords } from '../../i18n/load-chain-words.ts'
import { showEnd } from '../../store/playback-actions.ts'
import { usePlayground } from '../../store/playground.ts'
import { countPlays, usePlays } from '../../store/plays.ts'
import { useMessages } from '../../store/reading.ts'
import { Button } from '../kit/Button.tsx'

/** Whoever has seen a journey so often knows the way. */
const OFTEN = 3

/** Offered while the same journey is played once more. */
export function JumpToResult() {
  const plays = usePlays()
  const playing = usePlayground((state) => state.playing)
  useEffect(countPlays, [])
  return playing && plays >= OFTEN ? <Offer /> : null
}

function Offer() {
  const { language } = useMessages()
  const words = use(loadChainWords(language))
  return <Button onClick={jump}>{words.jumpToResult}</Button>
}

/** The button goes away with the offer: the focus moves to what plays again. */
function jump({ currentTarget }: MouseEvent<HTMLElement>): void {
  const play = currentTarget.closest('section')?.querySelector<HTMLElement>('[data-look="primary"]')
  showEnd()
  play?.focus()
}
