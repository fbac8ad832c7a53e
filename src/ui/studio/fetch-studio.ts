/** Where the map is drawn on: a chunk of its own. */
export const fetchStudio = () => import('./Studio.tsx')

/** The way there, and what takes changes back: wanted soon after the first view. */
export const fetchStudioTools = () => import('./StudioTools.tsx')
export const fetchStudioStart = () => import('./start-studio.ts')
export const fetchThingPanel = () => import('./ThingPanel.tsx')
