import type { SettingValue } from '../../dataplanes/setting.ts'
import type { PlaceId } from '../../engine/trace.ts'

/** One change of a scenario, small enough that half of it would be none. Plain JSON. */
export interface Change {
  readonly code: ChangeCode
  /** A place or a zone of the map; `cluster:NAME` for what is set for a whole cluster. */
  readonly at: PlaceId
  /** What its sentence names: a range, a port, a name. */
  readonly params: Readonly<Record<string, string>>
  readonly edit: ChangeEdit
  /** What somebody should know before it is done. */
  readonly notes: readonly ChangeNote[]
}

/**
 * Written where it takes effect: a field of the document, a setting or the manifests of the cluster of a
 * name, a node's rules, the flow.
 */
export type ChangeEdit =
  | DocumentEdit
  /** Entries of a setting of the dataplane that lists ranges. */
  | {
      readonly to: 'list-setting'
      readonly cluster: string
      readonly key: string
      readonly drop: readonly string[]
      readonly add: readonly string[]
    }
  | {
      readonly to: 'setting'
      readonly cluster: string
      readonly key: string
      readonly value: SettingValue
    }
  | { readonly to: 'manifests'; readonly cluster: string; readonly do: 'apply' | 'use-draft' }
  | {
      readonly to: 'manifests'
      readonly cluster: string
      readonly do: 'append'
      readonly text: string
    }
  /** A line of what was typed on a node, exactly as it stands there. */
  | { readonly to: 'manual-rules'; readonly node: string; readonly line: string }
  | { readonly to: 'flow'; readonly sourcePort: number }

/**
 * `path` leads through fields of the `Scenario` document; an item of a list goes by its name. `add` and
 * `drop` are of a list's items, and where that list is absent it begins as `absent`.
 */
export interface DocumentEdit {
  readonly to: 'document'
  readonly do: 'add' | 'drop' | 'set'
  readonly path: readonly string[]
  readonly value: unknown
  readonly absent?: readonly unknown[]
}

export type ChangeCode =
  // what the node does with the source
  | 'apply-manifests'
  | 'use-draft'
  | 'keep-range'
  | 'masquerade-range'
  /** A wide range out of the list, what is our own of it stays in. */
  | 'narrow-kept-range'
  | 'set-setting'
  | 'keep-by-pool'
  | 'turn-snat-on'
  | 'turn-snat-off'
  | 'deploy-agent'
  | 'replace-node'
  | 'remove-manual-rule'
  // who lets which source in
  | 'allow-at-firewall'
  | 'allow-at-endpoint'
  | 'allow-ingress'
  | 'allow-egress'
  | 'allow-policy-peer'
  | 'open-port'
  // which way leads there, and back
  | 'advertise'
  | 'learn'
  | 'route-to-attachment'
  | 'route-on-prem'
  | 'remove-on-prem-route'
  | 'remove-route'
  | 'default-route'
  | 'global-routing'
  | 'export-routes'
  | 'forward-packets'
  // to the internet
  | 'cover-by-nat'
  | 'add-cloud-nat'
  // the rest
  | 'policy-to-cluster'
  | 'fresh-source-port'

export type ChangeNote =
  /** A flag reaches a node when that is made anew. */
  | 'nodes-must-be-replaced'
  /** Pods come and go, and another one will have another address. */
  | 'pod-address-changes'
  /** The node pool may grow, and Pods move. */
  | 'one-node-only'
  /** The address stands for one that somebody must reserve. */
  | 'example-address'
  /** What is open keeps to what was decided when it began. */
  | 'new-connections-only'
