import { Suspense } from 'react'
import { useMessages } from '../../store/reading.ts'
import { TwinText } from '../twin/TwinText.tsx'
import { useTwin } from '../twin/use-twin.ts'

/** One document: whose it is, the map, and everything as a text. */
export function Paper() {
  const { ui } = useMessages()
  return (
    <article lang={useMessages().language}>
      <p className="paper-product">{ui.product}</p>
      <div className="paper-map" aria-hidden="true" />
      <Suspense>
        <Story />
      </Suspense>
    </article>
  )
}

function Story() {
  const twin = useTwin()
  return twin === null ? null : <TwinText twin={twin} here={null} />
}
