import { useId } from 'react'
import { settingText } from '../../i18n/messages.ts'
import type { SettingReport } from '../../scenario/settings/read-settings.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { usePlayground } from '../../store/playground.ts'
import { useMessages, useOwnWords } from '../../store/reading.ts'
import { goToLine, pointAtLine, useSettings, useUntouched } from '../../store/settings.ts'
import { Spoken } from '../kit/Spoken.tsx'
import { SettingControl } from './SettingControl.tsx'

/** Every setting of the dataplane on show, drawn from data, each with the line where it stands. */
export function SettingsPanel() {
  const { ui } = useMessages()
  const settings = useSettings()
  const applied = usePlayground((state) => state.scenario.manifests.applied)
  if (settings === null || settings.length === 0) return null
  const words = ui.panels.settings
  return (
    <details className="settings" open>
      <summary>
        {words.title}
        {applied ? '' : ` · ${words.draft}`}
      </summary>
      <ul>
        {settings.map((setting) => (
          <SettingRow key={setting.key} setting={setting} />
        ))}
      </ul>
    </details>
  )
}

function SettingRow({ setting }: { readonly setting: SettingReport }) {
  const { key, line } = setting
  const messages = useMessages()
  const own = useOwnWords()
  const ownerOf = useOwnerOf()
  const id = useId()
  const { help } = settingText(messages, own, key)
  return (
    <li
      className="setting"
      onMouseEnter={() => pointAtLine(line)}
      onMouseLeave={() => pointAtLine(null)}
      onFocus={() => pointAtLine(line)}
      onBlur={({ currentTarget }) => {
        if (!currentTarget.matches(':hover')) pointAtLine(null)
      }}
    >
      <SettingControl setting={setting} describedBy={id} apply={false} />
      <SettingPlace setting={setting} />
      <p id={id}>
        <Spoken sentence={help} ownerOf={ownerOf} />
        <Trouble setting={setting} />
      </p>
    </li>
  )
}

/** Where it stands: a way to the line, or a word. */
function SettingPlace({ setting }: { readonly setting: SettingReport }) {
  const messages = useMessages()
  const own = useOwnWords()
  const { key, line, origin, inManifests } = setting
  const { settings, inspector } = messages.ui.panels
  if (line !== null) {
    return (
      <button
        type="button"
        className="setting-place"
        aria-label={settings.showLine(line, settingText(messages, own, key).label)}
        onClick={() => goToLine(line)}
      >
        {inspector.fromLine(line)}
      </button>
    )
  }
  if (!inManifests) return <span className="setting-place">{settings.ofCluster}</span>
  return origin === 'absent' ? <span className="setting-place">{settings.absent}</span> : null
}

function Trouble({ setting }: { readonly setting: SettingReport }) {
  const { ui } = useMessages()
  const scenario = usePlayground((state) => state.scenario)
  const untouched = useUntouched(setting.key, scenario)
  const because = setting.origin === 'unreadable' ? 'unreadable' : untouched
  if (because === null) return null
  const { unreadable, noPlace } = ui.panels.settings
  return (
    <span className="setting-trouble" role="alert">
      {because === 'unreadable' ? unreadable : noPlace}
    </span>
  )
}
