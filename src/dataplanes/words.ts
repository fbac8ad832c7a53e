/**
 * What is said about one dataplane in one language, by code. `code` in backticks, parameters in
 * braces: `Listed in \`nonMasqueradeCIDRs\`, line {line}.`
 */
export interface DataplaneWords {
  /** The system's own name, and one sentence on what it does. */
  readonly name: string
  readonly about: string
  /** Which setting put a rule there, by `Rule.origin.code`. */
  readonly origins: Readonly<Record<string, string>>
  readonly writers: Readonly<Record<string, string>>
  /** Why its agent runs or does not. */
  readonly agentWhy: Readonly<Record<string, string>>
  readonly notes: Readonly<Record<string, string>>
  readonly assumptions: Readonly<Record<string, string>>
  /** Who refused a manifest: `calicoctl refuses the manifest:`. */
  readonly refusedBy: Readonly<Record<string, string>>
  readonly settings: Readonly<Record<string, { readonly label: string; readonly help: string }>>
}

/** The codes that a dataplane uses: its words in every language name them all, and no others. */
export interface Codes {
  readonly origin: string
  readonly writer: string
  readonly agentWhy: string
  readonly note: string
  readonly assumption: string
  readonly refuser: string
  readonly setting: string
}

/** For `satisfies`: a language with a code missing does not compile. */
export interface WordsFor<C extends Codes> extends DataplaneWords {
  readonly origins: Readonly<Record<C['origin'], string>>
  readonly writers: Readonly<Record<C['writer'], string>>
  readonly agentWhy: Readonly<Record<C['agentWhy'], string>>
  readonly notes: Readonly<Record<C['note'], string>>
  readonly assumptions: Readonly<Record<C['assumption'], string>>
  readonly refusedBy: Readonly<Record<C['refuser'], string>>
  readonly settings: Readonly<
    Record<C['setting'], { readonly label: string; readonly help: string }>
  >
}

export type LoadWords = Readonly<Record<'en' | 'ko' | 'ja', () => Promise<DataplaneWords>>>
