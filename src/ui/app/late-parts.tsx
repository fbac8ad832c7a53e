import { fetchCompare } from '../compare/fetch-compare.ts'
import { fetchDetective } from '../detective/fetch-detective.ts'
import { fetchTourOffer } from '../guide/fetch-guide.ts'
import { fetchSuggestion } from '../inspector/fetch-suggestion.ts'
import { fetchProbeDock } from '../probe/fetch-probe.ts'
import { fetchStudioTools } from '../studio/fetch-studio.ts'
import { fetchTimeAxis } from '../time/fetch-time-axis.ts'
import { late } from './late.tsx'

/** What is read after the map: in a chunk of its own, fetched while the map is being drawn. */
const inspector = import('../inspector/Inspector.tsx')

export const Inspector = late(async () => (await inspector).Inspector)
export const Suggestion = late(async () => (await fetchSuggestion()).Suggestion)
export const TimeAxis = late(async () => (await fetchTimeAxis()).TimeAxis)
export const Detective = late(async () => (await fetchDetective()).Detective)
export const StudioTools = late(async () => (await fetchStudioTools()).StudioTools)
export const TourOffer = late(async () => (await fetchTourOffer()).TourOffer)
export const ProbeDock = late(async () => (await fetchProbeDock()).ProbeDock)
export const Compare = late(async () => (await fetchCompare()).Compare)
