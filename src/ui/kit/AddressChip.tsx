import type { Owner } from '../../engine/trace.ts'
import './address-chip.css'

/** An address in the colour and the shape of its owner, everywhere the same. */
export function AddressChip({
  address,
  owner,
  port,
  ghost = false,
  was,
}: {
  readonly address: string
  readonly owner: Owner
  /** What follows the address after a colon, if anything. */
  readonly port?: string | undefined
  /** What the address was before it was rewritten: struck through and drained of its ground. */
  readonly ghost?: boolean
  /** The address that it replaces: what differs from it stands out, what does not stays quiet. */
  readonly was?: string | undefined
}) {
  const Tag = ghost ? 'del' : 'span'
  return (
    <Tag className="chip" data-owner={owner} data-ghost={ghost || undefined} data-new={was && true}>
      {was ? changedOctets(address, was) : address}
      {port === undefined ? null : <span className="chip-port">:{port}</span>}
    </Tag>
  )
}

function changedOctets(address: string, was: string) {
  const old = was.split(OCTET)
  // biome-ignore lint/suspicious/noArrayIndexKey: an octet is known by where it stands
  return address.split(OCTET).map((part, i) => (part === old[i] ? part : <b key={i}>{part}</b>))
}

/** What stands between octets is kept: `split` returns what a group matches. */
const OCTET = /([.:])/
