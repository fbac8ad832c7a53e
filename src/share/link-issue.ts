/** What is wrong with a link. Those that leave something to open come with what was saved. */
export type LinkIssue =
  /** Made by a later release of this page. `version.dictionary`, e.g. `2.5`, of the link and of us. */
  | { readonly code: 'newer-version'; readonly version: string; readonly known: string }
  /** Its end is missing: a chat line or a mail program broke it. */
  | { readonly code: 'cut' }
  /** Percent-encoded once too often; read nevertheless. */
  | { readonly code: 'double-encoded' }
  | { readonly code: 'unreadable' }
  /** More than `limit` bytes when unpacked. */
  | { readonly code: 'too-large'; readonly limit: number }
  /** `path` holds something impossible, e.g. `state.flow.port`; `salvaged`: it was left out. */
  | { readonly code: 'invalid'; readonly path: string; readonly salvaged: boolean }
