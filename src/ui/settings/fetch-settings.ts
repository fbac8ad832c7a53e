/** What draws any dataplane's settings: a chunk that the first view does without. */
export const fetchSettings = () => import('./ProminentSettings.tsx')
