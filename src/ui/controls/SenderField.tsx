import { useState } from 'react'
import { halfWidth } from '../../net/half-width.ts'
import type { ScenarioDocument } from '../../scenario/document.ts'
import { usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { ThingField } from './ThingField.tsx'

/** Who sends, in the shape of who owns the address. */
export function SenderField({
  chosen,
  troubles,
  onChoose,
}: {
  readonly chosen: string
  /** Id of the element that says what is wrong, null where nothing is. */
  readonly troubles: string | null
  readonly onChoose: (name: string) => void
}) {
  const { ui } = useMessages()
  const [text, type] = useState<string | null>(null)
  const document = usePlayground(({ scenario }) => scenario.document)
  const { owner, address } = senderIn(document, chosen)
  return (
    <ThingField
      of="senders"
      owner={owner}
      label={ui.flow.from}
      text={text ?? chosen}
      typed={text !== null}
      describedBy={troubles ?? undefined}
      wrong={troubles !== null}
      onType={type}
      onSend={(typed) => {
        const name = halfWidth(typed).trim()
        type(null)
        if (name !== chosen) onChoose(name)
      }}
    >
      {text === null && address ? <span className="flow-end-address">{address}</span> : null}
    </ThingField>
  )
}

function senderIn({ pods, nodes, endpoints }: ScenarioDocument, name: string) {
  const called = (each: { readonly name: string }): boolean => each.name === name
  const pod = pods.find(called)
  if (pod && !pod.hostNetwork) return { owner: 'pod', address: pod.addresses[0] }
  const node = nodes.find((each) => each.name === (pod?.node ?? name))
  if (node) return { owner: 'node', address: node.address }
  return { owner: 'far', address: endpoints.find(called)?.address }
}
