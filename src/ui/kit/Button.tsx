import type { ButtonHTMLAttributes, ReactNode } from 'react'
import './button.css'

type NativeButton = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'>

/** A button with words on it. One `primary` on a screen at most. */
export function Button({
  look = 'plain',
  ...rest
}: NativeButton & { readonly look?: 'primary' | 'plain' | 'quiet' }) {
  return <button {...rest} type="button" className="button" data-look={look} />
}

/** A button that shows a drawing; its name is heard, and stands in its tooltip with the keys that do the same. */
export function IconButton({
  label,
  keys,
  look = 'plain',
  children,
  ...rest
}: NativeButton & {
  readonly label: string
  readonly keys?: string | undefined
  readonly look?: 'primary' | 'plain' | 'quiet'
  readonly children: ReactNode
}) {
  return (
    <button
      {...rest}
      type="button"
      className="button icon-button"
      data-look={look}
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keys})`}
    >
      {children}
    </button>
  )
}
