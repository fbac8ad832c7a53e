import type { ReactNode } from 'react'
import './banner.css'

/** Trouble, said where it happened, with what can be done about it. */
export function Banner({
  tone,
  children,
  action,
}: {
  readonly tone: 'trouble' | 'note'
  readonly children: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <div className="banner" data-tone={tone} role="alert">
      <p>{children}</p>
      {action}
    </div>
  )
}
