/** What the cluster made of the ConfigMap. */
export interface ConfigReport {
  /**
   * `absent`: none is applied, defaults; `accepted`; `refused`: an error, and the old rules stand;
   * `unread`: no agent runs, so nobody reads it.
   */
  readonly state: 'absent' | 'accepted' | 'refused' | 'unread'
  /** Who refused it, and in which words. Lines and columns are those of the editor's text, 1-based. */
  readonly error: {
    /** A code: `kubectl`, `agent`, `iptables-restore`, or one that the dataplane's words name. */
    readonly by: string
    readonly text: string
    readonly line: number | null
    readonly column: number | null
  } | null
  /** The configuration in force, as the agent logs it; null where no agent runs. */
  readonly using: string | null
  /** In force: the kept ranges in order. */
  readonly ranges: readonly { readonly cidr: string; readonly line: number | null }[]
  readonly rangesAreDefaults: boolean
  readonly masqLinkLocal: boolean
  /** What a reader should know although nothing is refused. */
  readonly notes: readonly ConfigNote[]
}

/** A note of this list, or one that the dataplane's own words explain. */
export interface ConfigNote {
  readonly code: SharedNote | (string & {})
  readonly line: number | null
  readonly params: Readonly<Record<string, string>>
}

export type SharedNote =
  | 'key-in-other-case'
  | 'unknown-key-ignored'
  | 'manifest-inside-value'
  | 'wrong-name'
  /** As that one; but what the agent looks for is in the stream as well. */
  | 'wrong-name-beside'
  | 'list-empty'
  | 'pod-range-not-kept'
  | 'duplicate-range'
  | 'covered-by-earlier-range'
  | 'only-first-document-read'
