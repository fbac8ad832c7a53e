import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import './tabs.css'

export interface Tab<Id extends string> {
  readonly id: Id
  readonly label: string
}

/** Tabs and the panel of the chosen one. Arrows, Home and End walk along the tabs. */
export function Tabs<Id extends string>({
  label,
  tabs,
  chosen,
  onChoose,
  children,
}: {
  readonly label: string
  readonly tabs: readonly Tab<Id>[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
  readonly children: ReactNode
}) {
  const base = useId()
  const bar = useRef<HTMLDivElement>(null)

  const walk = (event: KeyboardEvent) => {
    const here = tabs.findIndex((tab) => tab.id === chosen)
    const next = neighbour(event.key, here, tabs.length)
    const tab = next === null ? undefined : tabs[next]
    if (tab === undefined || next === null) return
    event.preventDefault()
    onChoose(tab.id)
    bar.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus()
  }

  return (
    <div className="tabs">
      <div ref={bar} className="tab-bar" role="tablist" aria-label={label}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-${tab.id}`}
            className="tab"
            aria-selected={tab.id === chosen}
            aria-controls={`${base}-panel`}
            tabIndex={tab.id === chosen ? 0 : -1}
            onClick={() => onChoose(tab.id)}
            onKeyDown={walk}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div
        id={`${base}-panel`}
        className="tab-panel"
        role="tabpanel"
        aria-labelledby={`${base}-${chosen}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {children}
      </div>
    </div>
  )
}

function neighbour(key: string, here: number, count: number): number | null {
  const moves: Record<string, number> = {
    ArrowRight: (here + 1) % count,
    ArrowLeft: (here + count - 1) % count,
    Home: 0,
    End: count - 1,
  }
  return moves[key] ?? null
}
