import { type KeyboardEvent, type RefCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ThingListHandle } from '../flows/ThingList.tsx'

interface ThingKeys {
  readonly open: boolean
  readonly press: (event: KeyboardEvent) => void
  /** Is told of the list, when it is there and when it is gone. */
  readonly take: RefCallback<ThingListHandle>
  /** The text is another: the list narrows. */
  readonly narrow: () => void
  /** Sends a text, and closes the list. */
  readonly send: (text: string) => void
}

const WALKS: Readonly<Record<string, 1 | -1 | undefined>> = { ArrowDown: 1, ArrowUp: -1 }

/**
 * The keys of a field with a list behind it: arrows walk there, Enter sends what is picked out or typed.
 * `anyText`: what is typed may be sent as it is, without the list being asked.
 */
export function useThingKeys(
  text: string,
  anyText: boolean,
  onSend: (text: string) => void,
): ThingKeys {
  const list = useRef<ThingListHandle>(null)
  /** Keys for a list that is still being fetched: hands that know what it holds do not wait for it. */
  const ahead = useRef<readonly string[]>([])
  const [open, setOpen] = useState(false)
  const show = (shown: boolean) => {
    ahead.current = []
    setOpen(shown)
  }
  const send = (next: string) => {
    show(false)
    onSend(next)
  }
  const act = (key: string) => {
    const by = WALKS[key]
    if (by !== undefined) list.current?.move(by)
    else send(list.current?.picked() ?? text)
  }
  const take = (handle: ThingListHandle | null) => {
    list.current = handle
    if (handle === null || ahead.current.length === 0) return
    const keys = ahead.current
    ahead.current = []
    // Not while React is drawing; and one after the other, since each begins where the last one left.
    queueMicrotask(() => {
      for (const key of keys) flushSync(() => act(key))
    })
  }
  const pressOpen = (key: string) => {
    const typed = anyText && key === 'Enter' && ahead.current.length === 0
    if (key === 'Escape') show(false)
    else if (list.current === null && !typed) ahead.current = [...ahead.current, key]
    else act(key)
  }
  const press = (event: KeyboardEvent) => {
    const { key } = event
    // The Enter that ends a syllable of Korean or Japanese belongs to who composes it.
    if (event.nativeEvent.isComposing || !(key in WALKS || key === 'Enter' || key === 'Escape'))
      return
    if (key in WALKS) event.preventDefault()
    if (open) pressOpen(key)
    else if (key in WALKS) show(true)
    else if (key === 'Enter') send(text)
  }
  return { open, press, take, narrow: () => show(true), send }
}
