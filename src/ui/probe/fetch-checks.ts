/** How to see the same on a real cluster: asked for at the dock, in a chunk of its own. */
export const fetchChecks = () => import('./Checks.tsx')
