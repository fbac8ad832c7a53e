import type {
  DestinationClass,
  Divergence,
  LaneManifests,
  Verdict,
} from '../scenario/compare/comparison.ts'
import type { Sentence } from './sentence.ts'

/** What is said where dataplanes stand side by side. A chunk of its own: most visits do without. */
export interface CompareWords {
  readonly title: string
  readonly choose: string
  readonly back: string
  readonly lanes: string
  readonly way: string
  readonly reply: string
  readonly manifests: Readonly<Record<LaneManifests, string>>
  /** The one that the scenario itself is about. */
  readonly scenariosOwn: string
  readonly seenAs: string
  readonly firstDifference: string
  readonly divergence: {
    readonly [C in Divergence['code']]: (divergence: Divergence, at: Naming) => Sentence
  }
  readonly alike: string
  readonly notEnough: string
  readonly notSent: string
  readonly moment: (step: string, place: string) => string
  readonly carries: (dataplane: string, address: string) => string
  readonly ended: (dataplane: string) => string
  readonly matrix: {
    readonly title: string
    readonly about: string
    readonly destination: string
    readonly rows: Readonly<Record<DestinationClass, string>>
    readonly verdicts: Readonly<Record<Verdict, string>>
    readonly open: (row: string, dataplane: string, verdict: string) => string
  }
}

/** The dataplanes whose packet has ended or goes another way here, or those of the others. */
export function whose({ groups }: Divergence, { names }: Naming, which: 'gone' | 'there'): string {
  const meant = groups.filter(({ value }) => (value === null) === (which === 'gone'))
  return names(meant.flatMap(({ dataplanes }) => dataplanes))
}

/** How places, stages and dataplanes are called. */
export interface Naming {
  readonly at: Sentence
  readonly names: (dataplanes: Divergence['groups'][number]['dataplanes']) => string
}
