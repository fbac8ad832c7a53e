import { studiedDataplane } from '../../scenario/studied-cluster.ts'
import { useDataplanes } from '../../store/dataplanes.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { chooseDataplane } from '../../store/settings.ts'
import { Spoken } from '../kit/Spoken.tsx'

/** Every dataplane by name, with one sentence on what it does. */
export function DataplaneList({ onChosen }: { readonly onChosen: () => void }) {
  const { ui, fill } = useMessages()
  const ownerOf = useOwnerOf()
  const chosen = usePlayground(({ scenario }) => studiedDataplane(scenario.document))
  const dataplanes = useDataplanes()
  if (dataplanes === null) return <p>{ui.loading}</p>
  return (
    <>
      <p>{ui.panels.settings.chooseDataplane}</p>
      <ul>
        {dataplanes.map(({ id, name, about }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === chosen ? 'true' : undefined}
              // biome-ignore lint/a11y/noAutofocus: the list was just opened to choose from it
              autoFocus={id === chosen}
              onClick={() => {
                if (id !== chosen) void chooseDataplane(id)
                onChosen()
              }}
            >
              <strong>{name}</strong>
              <span>
                <Spoken sentence={fill(about)} ownerOf={ownerOf} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p>{ui.panels.settings.typedStays}</p>
    </>
  )
}
