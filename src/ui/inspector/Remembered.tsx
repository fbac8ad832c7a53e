import type { Header } from '../../engine/trace.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { useMessages, useTrace } from '../../store/reading.ts'
import { AddressChip } from '../kit/AddressChip.tsx'
import { Spoken } from '../kit/Spoken.tsx'
import { portText } from './port-text.ts'

/** The conntrack entry of the sending node, and what it will do to a reply. */
export function Remembered() {
  const { ui } = useMessages()
  const ownerOf = useOwnerOf()
  const trace = useTrace()
  if (trace === null) return null
  const { conntrack } = trace
  const words = ui.panels.inspector
  return (
    <section className="remembered">
      <h2>
        {conntrack === null ? ui.details.conntrack : `${ui.details.conntrack} · ${conntrack.node}`}
      </h2>
      {conntrack === null ? (
        <p>{words.noEntry}</p>
      ) : (
        <>
          <dl>
            <dt>{ui.details.original}</dt>
            <dd>
              <Way header={conntrack.original} />
            </dd>
            <dt>{ui.details.reply}</dt>
            <dd>
              <Way header={conntrack.reply} />
            </dd>
          </dl>
          <p>
            {conntrack.reply.dst === conntrack.original.src ? (
              words.replySame
            ) : (
              <Spoken
                sentence={words.replyBack(conntrack.reply.dst, conntrack.original.src)}
                ownerOf={ownerOf}
              />
            )}
          </p>
        </>
      )}
    </section>
  )
}

/** An echo has one identifier and no ports: it belongs to neither address. */
function Way({ header }: { readonly header: Header }) {
  const port = header.dport === undefined ? undefined : portText(header.sport)
  return (
    <>
      <AddressChip address={header.src} owner={header.srcOwner} port={port} />
      {' → '}
      <AddressChip address={header.dst} owner={header.dstOwner} port={portText(header.dport)} />
    </>
  )
}
