import { useId } from 'react'
import type { FlowSpec } from '../../scenario/state.ts'
import { useMessages } from '../../store/reading.ts'
import { Switch } from '../kit/Switch.tsx'
import { TextField } from '../settings/TextField.tsx'
import '../settings/settings.css'

type Numbered = 'sourcePort' | 'icmpType'

/** What is seldom set about a packet: an empty field leaves it to the sender. */
export function FlowMore({
  flow,
  onSend,
}: {
  readonly flow: FlowSpec
  readonly onSend: (flow: FlowSpec) => void
}) {
  const { ui } = useMessages()
  const id = useId()
  const words = ui.panels.settings
  const number = (field: Numbered, label: string) => (
    <TextField
      id={`${id}-${field}`}
      label={label}
      text={String(flow[field] ?? '')}
      disabled={false}
      numeric
      placeholder={words.automatic}
      onWrite={(text) => onSend(withField(flow, field, text === '' ? undefined : Number(text)))}
    />
  )
  return (
    <div className="flow-more">
      <TextField
        id={`${id}-protocol`}
        label={words.protocolNumber}
        text={typeof flow.protocol === 'number' ? String(flow.protocol) : ''}
        disabled={false}
        numeric
        placeholder={words.automatic}
        onWrite={(text) => onSend({ ...flow, protocol: text === '' ? 'tcp' : Number(text) })}
      />
      {flow.protocol === 'icmp' ? number('icmpType', words.icmpType) : null}
      {number('sourcePort', ui.header.sourcePort)}
      <TextField
        id={`${id}-address`}
        label={words.sourceAddress}
        text={flow.sourceAddress ?? ''}
        disabled={false}
        placeholder={words.automatic}
        onWrite={(text) => onSend(withField(flow, 'sourceAddress', text || undefined))}
      />
      <Switch
        label={words.existing}
        checked={flow.existing === true}
        onChange={(on) => onSend(withField(flow, 'existing', on || undefined))}
      />
    </div>
  )
}

/** A field that is not set is not there at all: links and names of flows depend on it. */
function withField<K extends Numbered | 'sourceAddress' | 'existing'>(
  flow: FlowSpec,
  field: K,
  value: FlowSpec[K],
): FlowSpec {
  const changed: FlowSpec = { ...flow, [field]: value }
  if (value === undefined) Reflect.deleteProperty(changed, field)
  return changed
}
