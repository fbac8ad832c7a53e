import type { Owner } from '../../engine/trace.ts'
import './address-chip.css'

/** An address in the colour and the shape of its owner, everywhere the same. */
export function AddressChip({
  address,
  owner,
  port,
  ghost = false,
}: {
  readonly address: string
  readonly owner: Owner
  /** What follows the address after a colon, if anything. */
  readonly port?: string | undefined
  /** What the address was before it was rewritten: struck through and drained of its ground. */
  readonly ghost?: boolean
}) {
  const Tag = ghost ? 'del' : 'span'
  return (
    <Tag className="chip" data-owner={owner} data-ghost={ghost || undefined}>
      {address}
      {port === undefined ? null : <span className="chip-port">:{port}</span>}
    </Tag>
  )
}
