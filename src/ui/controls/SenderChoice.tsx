import { useId } from 'react'
import { usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { knownSenders } from './known-destinations.ts'

/** Who sends, in the shape of who owns the address. */
export function SenderChoice({
  chosen,
  onChoose,
}: {
  readonly chosen: string
  readonly onChoose: (name: string) => void
}) {
  const { ui } = useMessages()
  const id = useId()
  const document = usePlayground((state) => state.scenario.document)
  const senders = knownSenders(document)
  const groups = [
    { label: ui.panels.controls.pods, names: document.pods.map(({ name }) => name) },
    { label: ui.panels.controls.nodes, names: document.nodes.map(({ name }) => name) },
    {
      label: ui.panels.settings.endpoints,
      names: document.endpoints.map(({ name }) => name),
    },
  ].filter(({ names }) => names.length > 0)
  return (
    <span
      className="sender"
      data-owner={senders.find(({ name }) => name === chosen)?.kind ?? 'far'}
    >
      <label htmlFor={id} className="sr-only">
        {ui.flow.from}
      </label>
      <select id={id} value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {senders.some(({ name }) => name === chosen) ? null : <option>{chosen}</option>}
        {groups.map(({ label, names }) => (
          <optgroup key={label} label={label}>
            {senders
              .filter(({ name }) => names.includes(name))
              .map(({ name, address }) => (
                <option key={name} value={name}>
                  {name} {address}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </span>
  )
}
