import type { Sources } from '../../scenario/sources.ts'
import { useMessages } from '../../store/reading.ts'
import { useSources } from '../../store/sources.ts'
import './sources.css'

/** A code, and whose it is: of a reason, of something supposed, of a rule's origin or a note. */
export interface LearnedOf {
  readonly kind: 'reason' | 'assumption' | 'own'
  readonly code: string
}

/** Where a behaviour was learned: how sure, in what, where in it, of which version. */
export function Learned({ of }: { readonly of: LearnedOf }) {
  const { ui } = useMessages()
  const sources = useSources()
  if (sources === null) return <p className="learned">{ui.loading}</p>
  const source = sourceOf(sources, of)
  if (source === null) return <p className="learned">{ui.sources.unknown}</p>
  return (
    <p className="learned" data-grade={source.grade}>
      <strong>{ui.sources.grades[source.grade]}</strong> · <cite>{source.where}</cite>
      <br />
      {source.what} <span className="learned-version">({source.version})</span>
    </p>
  )
}

function sourceOf({ reasons, assumptions, own }: Sources, { kind, code }: LearnedOf) {
  if (kind === 'reason') return reasons[code] ?? own[code] ?? null
  return (kind === 'assumption' ? assumptions[code] : null) ?? own[code] ?? null
}
