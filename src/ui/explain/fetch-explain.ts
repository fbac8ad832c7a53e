/** For whom it is explained, and how: after the first packet. */
export const fetchExplain = () => import('./Explain.tsx')
