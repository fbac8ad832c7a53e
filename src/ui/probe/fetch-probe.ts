/** Probes on the map and what is read at them, in chunks of their own. */
export const fetchProbeDock = () => import('./ProbeDock.tsx')

export const fetchProbeMarks = () => import('./ProbeMarks.tsx')

export const fetchProbeTool = () => import('./ProbeTool.tsx')
