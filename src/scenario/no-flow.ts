import type { FlowSpec } from './state.ts'

/** Nobody sends anything: a canvas with nothing on it, or a list whose last flow is gone. */
export const NO_FLOW: FlowSpec = { name: 'flow', from: '', to: '', protocol: 'tcp' }
