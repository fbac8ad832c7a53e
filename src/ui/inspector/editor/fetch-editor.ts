/** CodeMirror and what goes with it: a chunk that the first view does without. */
export const fetchEditor = () => import('./mount-editor.ts')
