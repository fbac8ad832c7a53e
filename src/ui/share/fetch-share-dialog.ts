/** The dialog with the link, in a chunk of its own. */
export const fetchShareDialog = () => import('./ShareDialog.tsx')
