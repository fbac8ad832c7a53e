/** What reads a link, in a chunk of its own: most visits have none. */
export const fetchOpenLink = () => import('./open-link.ts')
