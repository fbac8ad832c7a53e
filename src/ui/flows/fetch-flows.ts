/** The list of flows, and the lists behind the fields of one: chunks that the first view does without. */
export const fetchFlowList = () => import('./FlowList.tsx')

export const fetchThingList = () => import('./ThingList.tsx')
