import type { Twin, TwinItem } from '../../i18n/twin/twin.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { Spoken } from '../kit/Spoken.tsx'
import './twin.css'

/** The text with its headings and lists. `here` is the hop on show, if one is. */
export function TwinText({ twin, here }: { readonly twin: Twin; readonly here: number | null }) {
  const ownerOf = useOwnerOf()
  return (
    <div className="twin-text">
      <h2>
        <Spoken sentence={twin.title} ownerOf={ownerOf} />
      </h2>
      {twin.sections.map(({ part, heading, says, items, ordered }) => (
        <section key={part} data-part={part} aria-label={heading}>
          <h3>{heading}</h3>
          {says.map((sentence, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is said never changes places
            <p key={i}>
              <Spoken sentence={sentence} ownerOf={ownerOf} />
            </p>
          ))}
          <Items items={items} ordered={ordered} here={here} />
        </section>
      ))}
    </div>
  )
}

function Items({
  items,
  ordered = false,
  here,
}: {
  readonly items: readonly TwinItem[]
  readonly ordered?: boolean
  readonly here: number | null
}) {
  const ownerOf = useOwnerOf()
  if (items.length === 0) return null
  const List = ordered ? 'ol' : 'ul'
  return (
    <List>
      {items.map((each, i) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: items never change places
          key={i}
          aria-current={each.hop !== undefined && each.hop === here ? 'step' : undefined}
        >
          <span className="twin-says">
            <Spoken sentence={each.says} ownerOf={ownerOf} />
          </span>
          <Items items={each.items} here={null} />
        </li>
      ))}
    </List>
  )
}
