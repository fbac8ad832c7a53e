/** Where dataplanes stand side by side: a chunk of its own. */
export const fetchCompare = () => import('./Compare.tsx')
