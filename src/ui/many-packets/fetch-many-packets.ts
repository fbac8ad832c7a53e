/** Every flow on the map at once, and the switch for it: chunks that the first view does without. */
export const fetchManyPackets = () => import('./ManyPackets.tsx')

export const fetchAllFlowsSwitch = () => import('./AllFlowsSwitch.tsx')
