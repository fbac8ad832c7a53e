import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { OutlineThing } from '../../scenario/studio/list-things.ts'
import { useOutline } from '../../store/drawing-answers.ts'
import { useEditing } from '../../store/editing.ts'
import { bringIntoView, studio, useStudio } from '../../store/studio.ts'
import { boardElement } from './board-element.ts'
import { type OutlineRow, outlineRows } from './outline-rows.ts'
import { selectThings } from './use-selecting.ts'
import { useStudioWords } from './use-studio-words.ts'

const NONE: readonly OutlineThing[] = []

/** Enter pressed before the things were known is kept until they are. */
function useGoingToFirst(rows: readonly OutlineRow[], known: boolean): () => void {
  const [meant, mean] = useState(false)
  useEffect(() => {
    if (!meant || !known) return
    mean(false)
    const found = rows.find(({ hit }) => hit)
    if (found !== undefined) goTo(found)
  }, [meant, known, rows])
  return () => mean(true)
}

/** All things as a tree: chosen there, and found by a part of their name or address. */
export function Outline() {
  const words = useStudioWords()
  const things = useOutline()
  const { text, wanted } = useStudio(({ find }) => find)
  const field = useRef<HTMLInputElement>(null)
  const tree = useRef<HTMLDivElement>(null)
  const rows = outlineRows(things ?? NONE, text)
  const goToFirst = useGoingToFirst(rows, things !== null)
  useEffect(() => {
    if (!wanted) return
    field.current?.select()
    studio().setState({ find: { text, wanted: false } })
  }, [wanted, text])
  return (
    <div className="outline">
      <input
        ref={field}
        type="search"
        className="outline-find"
        aria-label={words.findHint}
        placeholder={words.find}
        value={text}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) =>
          studio().setState({ find: { text: event.target.value, wanted: false } })
        }
        onKeyDown={(event) => {
          if (event.key === 'Enter') goToFirst()
          if (event.key === 'ArrowDown') focusRow(tree.current, 0)
          if (event.key === 'Escape') boardElement()?.focus()
        }}
      />
      {text !== '' && things !== null && rows.length === 0 ? (
        <p className="shelf-hint">{words.notFound(text)}</p>
      ) : null}
      <div ref={tree} role="tree" aria-label={words.shelf.outline} aria-multiselectable>
        {rows.map((row, i) => (
          <Row
            key={row.thing.id}
            row={row}
            first={i === 0}
            onWalk={(by) => focusRow(tree.current, i + by)}
          />
        ))}
      </div>
    </div>
  )
}

function Row({
  row: { thing, level },
  first,
  onWalk,
}: {
  readonly row: OutlineRow
  readonly first: boolean
  readonly onWalk: (by: number) => void
}) {
  const { kinds } = useStudioWords()
  const meant = useEditing(({ selected }) => selected.includes(thing.id))
  const press = (event: KeyboardEvent) => {
    if (!/^(Enter| |ArrowDown|ArrowUp|Escape)$/.test(event.key)) return
    event.preventDefault()
    if (event.key === 'Enter') goTo({ thing })
    else if (event.key === ' ') selectThings([thing.id])
    else if (event.key === 'Escape') boardElement()?.focus()
    else onWalk(event.key === 'ArrowDown' ? 1 : -1)
  }
  return (
    <div
      role="treeitem"
      className="outline-row"
      aria-level={level + 1}
      aria-selected={meant}
      tabIndex={first ? 0 : -1}
      data-level={Math.min(level, 5)}
      onClick={() => show(thing.id)}
      onKeyDown={press}
    >
      <span className="outline-kind">{kinds[thing.kind]}</span> {thing.name}
      <span className="outline-lines">{thing.lines.join(', ')}</span>
    </div>
  )
}

function show(thing: string): void {
  selectThings([thing])
  bringIntoView(thing)
}

/** Selects it, brings it into view, and goes to the map. */
function goTo({ thing }: Pick<OutlineRow, 'thing'>): void {
  show(thing.id)
  boardElement()?.focus()
}

function focusRow(tree: HTMLElement | null, at: number): void {
  const rows = tree?.querySelectorAll<HTMLElement>('[role="treeitem"]')
  rows?.[Math.max(0, Math.min(rows.length - 1, at))]?.focus()
}
