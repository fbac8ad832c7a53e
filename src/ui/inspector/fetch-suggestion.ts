/** What to try next: said once the first journey is over, which is after the first view. */
export const fetchSuggestion = () => import('./Suggestion.tsx')
