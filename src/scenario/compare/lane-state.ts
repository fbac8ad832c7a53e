import type { Dataplane } from '../../dataplanes/dataplane.ts'
import type { DataplaneId } from '../../dataplanes/registry.ts'
import { kindOf, nameOf, type Part, splitStream } from '../manifest-parts.ts'
import type { FlowSpec, ManifestsState, ScenarioState } from '../state.ts'
import { studiedDataplane, withStudiedCluster } from '../studied-cluster.ts'
import type { LaneManifests } from './comparison.ts'

/** What tells the manifests of a dataplane from those of others. */
export interface Candidate {
  readonly id: DataplaneId
  readonly settings: Dataplane['settings']
  /** The stream that it starts with in this cluster. */
  readonly starter: string
}

/**
 * The scenario as it would be under another dataplane: the same topology and the same flow. A stream
 * without a document of its kinds would leave it as nobody installs it; there its starter stands in.
 */
export function laneState(
  state: ScenarioState,
  candidate: Candidate,
  flows: readonly FlowSpec[],
): { readonly state: ScenarioState; readonly manifests: LaneManifests } {
  const { document } = state
  const own =
    studiedDataplane(document) === candidate.id ||
    (state.manifests.applied && holdsOwn(state.manifests.text, candidate))
  const manifests = own ? state.manifests : freshly(candidate.starter)
  const chosen = withStudiedCluster(document, { dataplane: candidate.id })
  return {
    state: {
      ...state,
      manifests,
      document: { ...chosen, flows: flows.map((flow) => ({ ...flow })), expect: [] },
    },
    manifests: whatStands(own, manifests),
  }
}

function whatStands(own: boolean, { applied }: ManifestsState): LaneManifests {
  if (!applied) return 'none'
  return own ? 'own' : 'starter'
}

const freshly = (starter: string): ManifestsState => ({
  applied: starter !== '',
  text: starter,
  inForce: null,
})

/** Its own are the documents that its settings stand in, and those that it starts with. */
export function holdsOwn(stream: string, { settings, starter }: Candidate): boolean {
  const named = settings.flatMap(({ place }) => (place.in === 'cluster' ? [] : [place.manifest]))
  const started = splitStream(starter).map((part) => ({ kind: kindOf(part), name: nameOf(part) }))
  const isOwn = (part: Part): boolean =>
    [...named, ...started].some(
      ({ kind, name }) =>
        kind === kindOf(part) && (anyName(kind) || name === null || name === nameOf(part)),
    )
  return splitStream(stream).some(isOwn)
}

/** Only a ConfigMap and a DaemonSet may be anybody's; every other kind tells whose it is. */
const anyName = (kind: string): boolean => kind !== 'ConfigMap' && kind !== 'DaemonSet'
