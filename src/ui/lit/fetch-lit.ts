/** What lights up on the map, in a chunk of its own. */
export const fetchLitMarks = () => import('./LitMarks.tsx')
