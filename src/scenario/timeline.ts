import type { AgentTiming } from './agent-timing.ts'
import type { ClusterBefore, ManifestsState, ScenarioState } from './state.ts'
import { withStudiedCluster } from './studied-cluster.ts'

/** A moment after a change at which something of it takes effect. */
export interface Moment {
  readonly code: /** As it was: what flows that exist began under. */
    | 'before'
    /** The API server has the manifests; nobody has read them. */
    | 'applied'
    /** kubelet has put the file before the agent. */
    | 'projected'
    /** The rules are the new ones: new flows are decided by them, those that exist keep to the old. */
    | 'in-force'
    /** The agent's first round after the sleep that followed: from here on it keeps to the new interval. */
    | 'next-round'
    /** Every node was made anew: flags have reached them, what was typed on them is gone, as are flows. */
    | 'nodes-replaced'
  /** Since the change was applied, in seconds: at the latest; null where it hangs on a person. */
  readonly atMost: number | null
  /** Taken for granted here, and not sure. */
  readonly assumption: 'projection-delay' | null
}

/**
 * From the change to the last of its effects, in order; empty where nothing has changed.
 *
 * @param timing null where no agent reads the manifests in rounds: they are in force at once
 */
export function timelineOf(state: ScenarioState, timing: AgentTiming | null): readonly Moment[] {
  const { manifests, began } = state
  const moments: Moment[] = []
  const changed = manifests.applied || began !== undefined
  if (changed) moments.push(at('before', 0))
  if (manifests.applied) {
    moments.push(at('applied', 0))
    if (timing) moments.push({ ...at('projected', PROJECTION), assumption: 'projection-delay' })
    const seconds = timing ? PROJECTION + timing.wait : 0
    moments.push({ ...at('in-force', seconds), assumption: timing ? 'projection-delay' : null })
    if (timing) moments.push(at('next-round', seconds + timing.next))
  } else if (changed) moments.push(at('in-force', 0))
  if (hangsOnNodes(state)) moments.push(at('nodes-replaced', null))
  return moments
}

const at = (code: Moment['code'], atMost: number | null): Moment => ({
  code,
  atMost,
  assumption: null,
})

/** kubelet syncs a volume about once a minute. Source: kubelet's --sync-frequency; unverified on GKE. */
const PROJECTION = 60

const hangsOnNodes = ({ document: { nodes } }: ScenarioState): boolean =>
  nodes.some(({ bootedWith, manualRules, recreated }) => !recreated && (bootedWith || manualRules))

/** The scenario as it stands at a moment of its timeline. */
export function stateAt(state: ScenarioState, { code }: Pick<Moment, 'code'>): ScenarioState {
  switch (code) {
    case 'before':
      return stateBefore(state)
    case 'applied':
    case 'projected':
      return { ...state, manifests: manifestsBefore(state.manifests) }
    case 'in-force':
    case 'next-round':
      return state
    case 'nodes-replaced': {
      const nodes = state.document.nodes.map((node) => ({ ...node, recreated: true }))
      const flow = { ...state.flow, existing: false }
      return { ...state, document: { ...state.document, nodes }, flow }
    }
  }
}

/** What the cluster was before its last change, when the flows that exist began. */
export function stateBefore(state: ScenarioState): ScenarioState {
  const { document, manifests, began, flow } = state
  return {
    document: began ? documentBefore(document, began) : document,
    manifests: manifestsBefore(manifests),
    flow,
  }
}

const manifestsBefore = ({ applied, text, inForce }: ManifestsState): ManifestsState =>
  applied
    ? { applied: inForce !== null, text: inForce ?? '', inForce: null }
    : { applied, text, inForce }

function documentBefore(
  document: ScenarioState['document'],
  { disableDefaultSnat, manualRules }: ClusterBefore,
): ScenarioState['document'] {
  const { nodes } = document
  return {
    ...(disableDefaultSnat === undefined
      ? document
      : withStudiedCluster(document, { disableDefaultSnat })),
    nodes: manualRules
      ? nodes.map(({ manualRules: _, ...node }) => {
          const typed = manualRules[node.name]
          return typed === undefined ? node : { ...node, manualRules: typed }
        })
      : nodes,
  }
}
