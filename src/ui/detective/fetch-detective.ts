/** The ways to the detective, and what he says: after the first packet, in chunks of their own. */
export const fetchDoors = () => import('./Doors.tsx')
export const fetchDetective = () => import('./Detective.tsx')
export const fetchDetectiveStart = () => import('../../store/detective.ts')
