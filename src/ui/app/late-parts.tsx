import { lazy, Suspense } from 'react'
import { fetchCompare } from '../compare/fetch-compare.ts'
import { fetchDetective } from '../detective/fetch-detective.ts'
import { fetchSuggestion } from '../inspector/fetch-suggestion.ts'
import { fetchTimeAxis } from '../time/fetch-time-axis.ts'

/** What is read after the map: in a chunk of its own, fetched while the map is being drawn. */
const inspector = import('../inspector/Inspector.tsx')

const LateInspector = lazy(() => inspector.then(({ Inspector }) => ({ default: Inspector })))
const LateSuggestion = lazy(() =>
  fetchSuggestion().then(({ Suggestion }) => ({ default: Suggestion })),
)

const LateTimeAxis = lazy(() => fetchTimeAxis().then((chunk) => ({ default: chunk.TimeAxis })))
const LateDetective = lazy(() => fetchDetective().then(({ Detective }) => ({ default: Detective })))
const LateCompare = lazy(() => fetchCompare().then(({ Compare }) => ({ default: Compare })))

export const Inspector = () => (
  <Suspense>
    <LateInspector />
  </Suspense>
)

export const Detective = () => (
  <Suspense>
    <LateDetective />
  </Suspense>
)

export const Suggestion = () => (
  <Suspense>
    <LateSuggestion />
  </Suspense>
)

export const Compare = () => (
  <Suspense>
    <LateCompare />
  </Suspense>
)

export const TimeAxis = () => (
  <Suspense>
    <LateTimeAxis />
  </Suspense>
)
