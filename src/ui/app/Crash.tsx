import { Component, type ReactNode } from 'react'
import type { Messages } from '../../i18n/messages.ts'
import { Button } from '../kit/Button.tsx'

/** Catches what should not happen: says so, and offers to start again with what was typed. */
export class Crash extends Component<
  { readonly words: Messages['ui']['shell']; readonly children: ReactNode },
  { readonly message: string | null }
> {
  override state: { readonly message: string | null } = { message: null }

  static getDerivedStateFromError(thrown: unknown): { readonly message: string } {
    return { message: thrown instanceof Error ? thrown.message : String(thrown) }
  }

  override render(): ReactNode {
    const { words, children } = this.props
    const { message } = this.state
    if (message === null) return children
    return (
      <main className="crash" role="alert">
        <p>{words.pageTrouble}</p>
        <p>
          <code>{message}</code>
        </p>
        <Button look="primary" onClick={() => location.reload()}>
          {words.reload}
        </Button>
      </main>
    )
  }
}
