/** What is wrong with a link. Those that leave something to open come with what was saved. */
export type LinkIssue =
  /** Made by a later release of this page. */
  | { readonly code: 'newer-version'; readonly version: number; readonly known: number }
  /** Its end is missing: a chat line or a mail program broke it. */
  | { readonly code: 'cut' }
  /** Percent-encoded once too often; read nevertheless. */
  | { readonly code: 'double-encoded' }
  | { readonly code: 'unreadable' }
  /** More than `limit` bytes when unpacked. */
  | { readonly code: 'too-large'; readonly limit: number }
  /** `path` holds something impossible, e.g. `state.flow.port`; `replaced` where the rest was kept. */
  | { readonly code: 'invalid'; readonly path: string; readonly replaced: boolean }
