import type { ReactNode } from 'react'
import { useMessages } from '../../store/reading.ts'
import { Mark } from './Mark.tsx'

/** The page's name, and whatever there is room for beside it. */
export function TopBar({ children }: { readonly children: ReactNode }) {
  const { ui } = useMessages()
  return (
    <header className="top-bar">
      <Mark />
      <h1>{ui.product}</h1>
      {children}
    </header>
  )
}
