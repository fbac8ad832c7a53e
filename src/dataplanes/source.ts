/** Where a behaviour was learned. */
export interface Source {
  /**
   * `measured`: on a running kernel or from a running agent; `source`: read in the system's code;
   * `documented`: its makers say so; `inferred`: follows from these; `unverified`: commonly said, and
   * then the trace says so as an assumption.
   */
  readonly grade: 'measured' | 'source' | 'documented' | 'inferred' | 'unverified'
  /** `owner/repository`, a vendor's page by its title, or the kernel. */
  readonly where: string
  /** File, function, section. */
  readonly what: string
  /** Tag, commit or date of what was read. */
  readonly version: string
}
