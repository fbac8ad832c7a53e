import { useMessages } from '../../store/reading.ts'
import { Guide } from './around-parts.tsx'
import { Crash } from './Crash.tsx'
import { NarrowPlay } from './NarrowPlay.tsx'
import { RootMarks } from './RootMarks.tsx'
import { useNarrow } from './use-narrow.ts'
import { WidePlay } from './WidePlay.tsx'
import './app.css'

export function App() {
  const { ui } = useMessages()
  return (
    <Crash words={ui.shell}>
      <Page />
    </Crash>
  )
}

function Page() {
  const { ui } = useMessages()
  const narrow = useNarrow()
  return (
    <div className="app">
      <RootMarks />
      <button type="button" className="skip-link" onClick={goToMap}>
        {ui.skipToMap}
      </button>
      {narrow ? <NarrowPlay /> : <WidePlay />}
      <Guide />
    </div>
  )
}

function goToMap(): void {
  document.querySelector<HTMLElement>('.canvas')?.focus()
}
