/** The terms of the field: when they are looked up. */
export const fetchGlossary = () => import('./GlossaryDialog.tsx')
