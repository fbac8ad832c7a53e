/** Drawn once something has changed: a chunk of its own. */
export const fetchTimeAxis = () => import('./TimeAxis.tsx')
