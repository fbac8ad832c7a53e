/** What packs a link, in a chunk of its own. */
export const fetchLink = () => import('../../share/link.ts')
