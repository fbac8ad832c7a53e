import { usePlayground } from '../../store/playground.ts'
import { useDataplaneOnShow, useEvaluation, useMessages } from '../../store/reading.ts'
import { editManifests, setManifestsApplied } from '../../store/scenario-actions.ts'
import { Button } from '../kit/Button.tsx'
import { SettingsPanel } from '../settings/SettingsPanel.tsx'
import { ConfigNotes } from './ConfigNotes.tsx'
import { ConfigStatus } from './ConfigStatus.tsx'
import { ConfigField } from './editor/ConfigField.tsx'
import { InForce } from './InForce.tsx'
import { ManualRules } from './ManualRules.tsx'
import { Why } from './Why.tsx'
import './config.css'

/** The settings, the manifests as typed, what the cluster says to it, and what is in force. */
export function ConfigTab({
  open,
  beside,
}: {
  readonly open: boolean
  /** Under the rules, where what they have said already is left out. */
  readonly beside: boolean
}) {
  return (
    <div className="panel config" hidden={!open}>
      {beside ? null : <Why />}
      {beside ? null : <SettingsPanel />}
      <ConfigField open={open} />
      <ConfigAnswer />
      {beside ? null : <ManualRules />}
    </div>
  )
}

function ConfigButtons() {
  const { ui } = useMessages()
  const applied = usePlayground((state) => state.scenario.manifests.applied)
  const text = usePlayground((state) => state.scenario.manifests.text)
  const standard = useDataplaneOnShow() === 'gke-standard'
  const words = standard ? ui.config : ui.panels.settings
  const draft = usePlayground((state) => state.scenario.document.draft?.manifests)
  return (
    <div className="config-buttons">
      <Button look={applied ? 'plain' : 'primary'} onClick={() => setManifestsApplied(!applied)}>
        {applied ? words.remove : words.apply}
      </Button>
      {draft === undefined || draft === text ? null : (
        <Button look="quiet" onClick={() => editManifests(draft)}>
          {ui.panels.editor.reset}
        </Button>
      )}
    </div>
  )
}

function ConfigAnswer() {
  const evaluation = useEvaluation()
  const standard = useDataplaneOnShow() === 'gke-standard'
  if (evaluation === null) return null
  return (
    <>
      <ConfigStatus report={evaluation.config} />
      <ConfigButtons />
      {standard ? <InForce evaluation={evaluation} /> : null}
      <ConfigNotes notes={evaluation.config.notes} />
    </>
  )
}
