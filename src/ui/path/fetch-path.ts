/** The path in questions: read after the first packet, in a chunk of its own. */
export const fetchPath = () => import('./Path.tsx')
