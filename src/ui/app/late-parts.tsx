import { lazy, Suspense } from 'react'
import { fetchSuggestion } from '../inspector/fetch-suggestion.ts'

/** What is read after the map: in a chunk of its own, fetched while the map is being drawn. */
const inspector = import('../inspector/Inspector.tsx')

const LateInspector = lazy(() => inspector.then(({ Inspector }) => ({ default: Inspector })))
const LateSuggestion = lazy(() =>
  fetchSuggestion().then(({ Suggestion }) => ({ default: Suggestion })),
)

export const Inspector = () => (
  <Suspense>
    <LateInspector />
  </Suspense>
)

export const Suggestion = () => (
  <Suspense>
    <LateSuggestion />
  </Suspense>
)
