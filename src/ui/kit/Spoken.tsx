import type { Owner } from '../../engine/trace.ts'
import type { Part, Sentence } from '../../i18n/sentence.ts'
import { AddressChip } from './AddressChip.tsx'

/** A sentence of the catalogue: addresses as chips of their owner, ranges and code in mono. */
export function Spoken({
  sentence,
  ownerOf,
}: {
  readonly sentence: Sentence
  /** Whose an address is; null where nobody on the map has it. */
  readonly ownerOf: (address: string) => Owner | null
}) {
  return sentence.map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change places
    <SpokenPart key={i} part={part} ownerOf={ownerOf} />
  ))
}

function SpokenPart({
  part,
  ownerOf,
}: {
  readonly part: Part
  readonly ownerOf: (address: string) => Owner | null
}) {
  if (typeof part === 'string') return part
  const owner = part.kind === 'address' ? ownerOf(part.text) : null
  if (owner !== null) return <AddressChip address={part.text} owner={owner} />
  return <code className={part.kind === 'code' ? undefined : 'nowrap'}>{part.text}</code>
}
