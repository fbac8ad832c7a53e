/** Everything as a text: for whoever wants it so. */
export const fetchTwin = () => import('./TwinRegion.tsx')
