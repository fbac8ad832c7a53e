import { type Ref, use, useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { FlowsWords } from '../../i18n/flows-words.ts'
import { loadFlowsWords } from '../../i18n/load-flows-words.ts'
import { usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { AddressChip } from '../kit/AddressChip.tsx'
import {
  type KnownThing,
  knownDestinations,
  knownSenders,
  matching,
  THING_GROUPS,
} from './known-things.ts'
import './known-list.css'

/** What a field that keeps the focus has its list do. */
export interface ThingListHandle {
  readonly move: (by: 1 | -1) => void
  /** Null where none is picked out: then what was typed counts. */
  readonly picked: () => string | null
}

/** More are of no use before one has typed. */
const MOST_SHOWN = 60

/** Who can send, or what can be sent to, by groups; narrowed by what is typed. */
export function ThingList({
  id,
  of,
  query,
  onActive,
  onPick,
  ref,
}: {
  readonly id: string
  readonly of: 'senders' | 'destinations'
  /** Empty: everything. */
  readonly query: string
  readonly onActive: (option: string | undefined) => void
  readonly onPick: (text: string) => void
  readonly ref: Ref<ThingListHandle>
}) {
  const { language } = useMessages()
  const words = use(loadFlowsWords(language))
  const things = useThings(of, query)
  const shown = things.slice(0, MOST_SHOWN)
  // A sender is one of these or nobody; a destination may be anything that is typed.
  const first = of === 'senders' && query !== '' ? 0 : -1
  const [walked, walk] = useState<{ readonly to: number; readonly query: string } | null>(null)
  const active = Math.min(walked?.query === query ? walked.to : first, shown.length - 1)
  const option = (at: number): string => `${id}-${at}`
  const box = useRef<HTMLDivElement>(null)

  useImperativeHandle(ref, () => ({
    move: (by) => {
      const count = shown.length
      if (count > 0) walk({ to: (Math.max(active, by === 1 ? -1 : 0) + by + count) % count, query })
    },
    picked: () => shown[active]?.text ?? null,
  }))
  useEffect(() => {
    onActive(active === -1 ? undefined : `${id}-${active}`)
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active, id, onActive])

  return (
    <div ref={box} className="known-list">
      <div id={id} role="listbox" aria-label={words.choose[of]}>
        {grouped(shown).map(({ group, members }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, and no fieldset
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <p id={`${id}-${group}`}>{words.groups[group]}</p>
            {members.map(({ thing, at }) => (
              <Option
                key={`${thing.text} ${thing.address}`}
                id={option(at)}
                thing={thing}
                active={at === active}
                onPick={onPick}
              />
            ))}
          </div>
        ))}
      </div>
      <Remainder words={words} of={of} shown={shown.length} all={things.length} />
    </div>
  )
}

function useThings(of: 'senders' | 'destinations', query: string): readonly KnownThing[] {
  const document = usePlayground(({ scenario }) => scenario.document)
  const port = usePlayground(({ scenario }) => scenario.flow.port)
  const things = of === 'senders' ? knownSenders(document) : knownDestinations(document, port)
  return matching(things, query)
}

function grouped(things: readonly KnownThing[]) {
  const placed = things.map((thing, at) => ({ thing, at }))
  return THING_GROUPS.map((group) => ({
    group,
    members: placed.filter(({ thing }) => thing.group === group),
  })).filter(({ members }) => members.length > 0)
}

function Option({
  id,
  thing: { text, name, address, owner, detail },
  active,
  onPick,
}: {
  readonly id: string
  readonly thing: KnownThing
  readonly active: boolean
  readonly onPick: (text: string) => void
}) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
    <div
      id={id}
      role="option"
      aria-selected={active}
      className="known"
      onPointerDown={(event) => event.preventDefault()}
      onClick={(event) => {
        // Else the label around it would open the list again.
        event.preventDefault()
        onPick(text)
      }}
    >
      <span className="known-name">{name === '' ? text : name}</span>
      {address === '' || name === '' ? null : (
        <AddressChip address={address} owner={owner} port={portOf(text)} />
      )}
      <span className="known-detail">{detail}</span>
    </div>
  )
}

const portOf = (text: string): string | undefined => /^(?:\[.*\]|[^:]*):(\d+)$/.exec(text)?.[1]

function Remainder({
  words,
  of,
  shown,
  all,
}: {
  readonly words: FlowsWords
  readonly of: 'senders' | 'destinations'
  readonly shown: number
  readonly all: number
}) {
  if (all === 0) return <p className="known-none">{words.noMatch[of]}</p>
  return all > shown ? <p className="known-none">{words.more(all - shown)}</p> : null
}
