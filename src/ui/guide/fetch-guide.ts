/** What leads through the page, each a chunk of its own: opened by a key, a button or a command. */
export const fetchCommandPalette = () => import('../commands/CommandPalette.tsx')
export const fetchShortcutList = () => import('../shortcuts/ShortcutList.tsx')
export const fetchTour = () => import('../tour/Tour.tsx')
export const fetchTourOffer = () => import('../tour/TourOffer.tsx')
