import { lazy, Suspense, useEffect } from 'react'
import { showDialog, usePage } from '../../store/page.ts'
import { useTourStep } from '../../store/tour.ts'
import { fetchGlossary } from '../glossary/fetch-glossary.ts'
import { pageKeys } from '../shortcuts/page-keys.ts'
import { historyKeys } from '../studio/history-keys.ts'
import { fetchCommandPalette, fetchShortcutList, fetchTour } from './fetch-guide.ts'

const CommandPalette = lazy(() =>
  fetchCommandPalette().then((chunk) => ({ default: chunk.CommandPalette })),
)
const ShortcutList = lazy(() =>
  fetchShortcutList().then((chunk) => ({ default: chunk.ShortcutList })),
)
const Glossary = lazy(() => fetchGlossary().then((chunk) => ({ default: chunk.GlossaryDialog })))
const Tour = lazy(() => fetchTour().then((chunk) => ({ default: chunk.Tour })))

/** What leads through the page, wherever one is: commands, the list of keys, the glossary, the tour. */
export function Guide() {
  const dialog = usePage((state) => state.dialog)
  const step = useTourStep()
  useEffect(() => {
    const both = (event: KeyboardEvent): void => {
      pageKeys(event)
      historyKeys(event)
    }
    document.addEventListener('keydown', both)
    return () => document.removeEventListener('keydown', both)
  }, [])
  return (
    <Suspense>
      {dialog === 'commands' ? <CommandPalette /> : null}
      {dialog === 'shortcuts' ? <ShortcutList /> : null}
      {dialog === 'glossary' ? <Glossary onClose={() => showDialog(null)} /> : null}
      {step === null ? null : <Tour step={step} />}
    </Suspense>
  )
}
