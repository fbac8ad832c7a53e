/** The fields that are seldom set: a chunk that the first view does without. */
export const fetchFlowMore = () => import('./FlowMore.tsx')
