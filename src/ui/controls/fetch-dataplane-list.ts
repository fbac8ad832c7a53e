/** The list of all dataplanes: a chunk that the first view does without. */
export const fetchDataplaneList = () => import('./DataplaneList.tsx')
