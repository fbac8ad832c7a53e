import { use } from 'react'
import { loadAllFlowsWords } from '../../i18n/all-flows/load-all-flows-words.ts'
import { showAllFlows, useAllFlows } from '../../store/all-flows.ts'
import { useMessages } from '../../store/reading.ts'
import { Switch } from '../kit/Switch.tsx'

/** Puts every flow on the map, or only the chosen one. */
export function AllFlowsSwitch() {
  const words = use(loadAllFlowsWords(useMessages().language))
  return <Switch label={words.all} checked={useAllFlows()} onChange={showAllFlows} />
}
