import type { Dataplane, Installed } from '../dataplanes/dataplane.ts'
import type { Topology } from '../topology/topology.ts'
import type { ScenarioState } from './state.ts'

/** Lets the dataplane write its rules for this scenario's settings and configuration text. */
export function installFor(
  dataplane: Dataplane,
  { document, configMap }: ScenarioState,
  topology: Topology,
): Installed {
  const { disableDefaultSnat, networkPolicy, dataplaneV2, ipMasqAgent } = document.cluster
  return dataplane.install(
    {
      podRanges: topology.cluster.podRanges,
      disableDefaultSnat,
      networkPolicy,
      dataplaneV2,
      ipMasqAgent,
    },
    configMap,
  )
}
