import { usePlayground } from '../../store/playground.ts'
import { countOthers, useProbes } from '../../store/probes.ts'
import { useProbeWords } from './use-probe-words.ts'

/** Whether the flows that stand before the chosen one have passed; not asked where none do. */
export function AfterOthers() {
  const words = useProbeWords()
  const checked = useProbes((state) => state.afterOthers)
  const isFirst = usePlayground(
    ({ scenario: { document, flow } }) =>
      document.flows.findIndex(({ name }) => name === flow.name) < 1,
  )
  if (isFirst) return null
  return (
    <label className="probe-after">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => countOthers(event.target.checked)}
      />
      {words.afterOthers}
    </label>
  )
}
