import type { NodeInstalled } from './dataplane.ts'

/** What stands on a node of one system's rules. */
export type Standing = Pick<NodeInstalled, 'rules' | 'silence' | 'writer'>
