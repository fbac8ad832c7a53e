import { use } from 'react'
import { loadAllFlowsWords } from '../../i18n/all-flows/load-all-flows-words.ts'
import { showAllFlows, useAllFlows } from '../../store/all-flows.ts'
import { useEvaluation, useMessages } from '../../store/reading.ts'
import { Switch } from '../kit/Switch.tsx'
import './all-flows-switch.css'

/** Beside the map's other tools, where there are several flows: puts every one of them there, or only the chosen one. */
export function AllFlowsSwitch() {
  const words = use(loadAllFlowsWords(useMessages().language))
  const all = useAllFlows()
  const several = (useEvaluation()?.flows.length ?? 0) > 1
  if (!several) return null
  return (
    <div className="all-flows">
      <Switch label={words.all} checked={all} onChange={showAllFlows} />
    </div>
  )
}
