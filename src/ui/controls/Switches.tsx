import { lazy, Suspense } from 'react'
import type { UiText } from '../../i18n/ui.en.ts'
import type { Evaluation } from '../../scenario/evaluation.ts'
import { studiedCluster } from '../../scenario/studied-cluster.ts'
import { usePlayground } from '../../store/playground.ts'
import { useDataplaneOnShow, useEvaluation, useMessages } from '../../store/reading.ts'
import { setDefaultSnat, setManifestsApplied } from '../../store/scenario-actions.ts'
import { Switch } from '../kit/Switch.tsx'
import { fetchSettings } from '../settings/fetch-settings.ts'
import { masqueradeLinkLocal } from './masquerade-link-local.ts'

const ProminentSettings = lazy(() =>
  fetchSettings().then((chunk) => ({ default: chunk.ProminentSettings })),
)

/** What matters most under the dataplane on show. */
export function Switches() {
  const { ui } = useMessages()
  const standard = useDataplaneOnShow() === 'gke-standard'
  return (
    <fieldset className="switches">
      <legend className="sr-only">{ui.switches.label}</legend>
      {standard ? (
        <ThreeSwitches />
      ) : (
        <Suspense>
          <ProminentSettings />
        </Suspense>
      )}
    </fieldset>
  )
}

/** The three settings that decide on GKE Standard, each with a word on what it means right now. */
function ThreeSwitches() {
  const { ui } = useMessages()
  const snatOff = usePlayground(
    (state) => studiedCluster(state.scenario.document)?.disableDefaultSnat === true,
  )
  const applied = usePlayground((state) => state.scenario.manifests.applied)
  const evaluation = useEvaluation()
  const words = ui.switches
  const empty = usePlayground((state) => state.scenario.manifests.text.trim() === '')
  const inText = evaluation?.switches.masqLinkLocalInText ?? null
  const readable = empty || evaluation === null || inText !== null
  return (
    <>
      <Switch
        label={words.defaultSnat}
        note={evaluation ? agentNote(ui, evaluation) : undefined}
        checked={!snatOff}
        onChange={setDefaultSnat}
      />
      <Switch
        label={words.configMap}
        note={evaluation ? configNote(ui, evaluation, applied) : undefined}
        checked={applied}
        onChange={setManifestsApplied}
      />
      <Switch
        label={words.masqLinkLocal}
        note={evaluation ? linkLocalNote(ui, evaluation, applied, readable) : undefined}
        checked={applied && inText === true}
        disabled={!readable}
        onChange={(on) => void masqueradeLinkLocal(on)}
      />
    </>
  )
}

const agentNote = ({ panels }: UiText, { switches }: Evaluation): string =>
  switches.agent?.runs ? panels.controls.agentRuns : panels.controls.noAgent

function configNote(ui: UiText, { config, switches }: Evaluation, applied: boolean): string {
  const words = ui.panels.controls
  const without = switches.agent?.runs ? ui.switches.noConfigMap : ui.switches.none
  if (!applied) return without
  switch (config.state) {
    case 'refused':
      return words.refused
    case 'unread':
      return words.unread
    case 'absent':
      return without
    case 'accepted':
      return config.rangesAreDefaults
        ? ui.config.defaults
        : ui.switches.ranges(config.ranges.length)
  }
}

/** Only said where the switch and what the node does differ. */
function linkLocalNote(
  { panels }: UiText,
  { config, switches }: Evaluation,
  applied: boolean,
  readable: boolean,
): string | undefined {
  if (!readable) return panels.controls.unreadableText
  if (applied && config.state === 'unread' && switches.masqLinkLocalInText) {
    return panels.controls.unread
  }
  return undefined
}
