import { useState } from 'react'
import { useMessages } from '../../store/reading.ts'
import { Learned, type LearnedOf } from './Learned.tsx'
import './sources.css'

/** A quiet question under what is said; its answer is fetched when it is asked. */
export function WhereFrom({ of }: { readonly of: LearnedOf }) {
  const { ui } = useMessages()
  const [open, setOpen] = useState(false)
  return (
    <details className="where-from" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{ui.sources.ask}</summary>
      {open ? <Learned of={of} /> : null}
    </details>
  )
}
