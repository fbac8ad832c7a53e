import { useState } from 'react'
import type { ExplainWords } from '../../i18n/explain/explain-words.ts'
import type { Twin } from '../../i18n/twin/twin.ts'
import { twinText } from '../../i18n/twin/twin-text.ts'
import { usePosition } from '../../store/reading.ts'
import { Button } from '../kit/Button.tsx'
import { TwinText } from './TwinText.tsx'
import { useTwin } from './use-twin.ts'

/** Everything that is on show as a text: read, listened to, copied. */
export function TwinRegion({ words }: { readonly words: ExplainWords }) {
  const twin = useTwin()
  const { hop } = usePosition()
  return (
    <section className="twin" aria-label={words.text}>
      {twin === null ? <p>{words.waiting}</p> : null}
      {twin === null ? null : (
        <>
          <CopyText words={words} twin={twin} />
          <TwinText twin={twin} here={hop} />
        </>
      )}
    </section>
  )
}

function CopyText({ words, twin }: { readonly words: ExplainWords; readonly twin: Twin }) {
  // The text that was copied, or failed to be: a changed one is not copied yet.
  const [copied, setCopied] = useState<{ readonly text: Twin; readonly well: boolean } | null>(null)
  const copy = async (): Promise<void> => {
    const well = await navigator.clipboard.writeText(twinText(twin)).then(
      () => true,
      () => false,
    )
    setCopied({ text: twin, well })
  }
  const told = copied?.well === true ? words.copied : words.notCopied
  return (
    <p className="twin-copy">
      <Button onClick={() => void copy()}>{words.copy}</Button>
      <span role="status">{copied?.text === twin ? told : ''}</span>
    </p>
  )
}
