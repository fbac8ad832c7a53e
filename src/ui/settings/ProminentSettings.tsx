import { usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { setManifestsApplied } from '../../store/scenario-actions.ts'
import { useSettings } from '../../store/settings.ts'
import { Switch } from '../kit/Switch.tsx'
import { SettingControl } from './SettingControl.tsx'

/** In the bar: whether the manifests are in the cluster, and the settings that matter most. */
export function ProminentSettings() {
  const { ui } = useMessages()
  const applied = usePlayground((state) => state.scenario.manifests.applied)
  const settings = useSettings() ?? []
  const shown = settings.filter(
    ({ prominent, control }) => prominent && control.kind !== 'list' && control.kind !== 'text',
  )
  const { controls } = ui.panels
  return (
    <>
      <Switch label={ui.panels.settings.applied} checked={applied} onChange={setManifestsApplied} />
      {shown.map((setting) => (
        <SettingControl
          key={setting.key}
          setting={setting}
          apply
          note={setting.origin === 'unreadable' ? controls.unreadableText : undefined}
        />
      ))}
    </>
  )
}
