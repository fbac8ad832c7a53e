import { useId } from 'react'
import { settingText } from '../../i18n/messages.ts'
import type { SettingReport } from '../../scenario/settings/read-settings.ts'
import { useMessages, useOwnWords } from '../../store/reading.ts'
import { changeSetting } from '../../store/settings.ts'
import { Choice } from '../kit/Choice.tsx'
import { Switch } from '../kit/Switch.tsx'
import { ListField } from './ListField.tsx'
import { TextField } from './TextField.tsx'
import './settings.css'

/** A setting of any dataplane, drawn by its kind. What cannot be read cannot be changed here. */
export function SettingControl({
  setting,
  describedBy,
  apply,
  note,
}: {
  readonly setting: SettingReport
  /** Id of the element that explains it. */
  readonly describedBy?: string | undefined
  /** Does a change put the manifests into the cluster? */
  readonly apply: boolean
  /** Beside a switch: what is to be said in short. */
  readonly note?: string | undefined
}) {
  const messages = useMessages()
  const own = useOwnWords()
  const id = useId()
  const { key, control, value, origin } = setting
  const { label } = settingText(messages, own, key)
  const disabled = origin === 'unreadable'
  const change = (next: SettingReport['value']) => void changeSetting(key, next, apply)
  const common = { id, label, disabled, describedBy }
  switch (control.kind) {
    case 'switch':
      return (
        <Switch
          label={label}
          note={note}
          describedBy={describedBy}
          checked={value === true}
          disabled={disabled}
          onChange={change}
        />
      )
    case 'choice':
      return (
        <Choice
          label={label}
          showLabel
          disabled={disabled}
          describedBy={describedBy}
          options={optionsWith(control.choices, String(value), messages.ui.panels.settings.empty)}
          chosen={String(value)}
          onChoose={change}
        />
      )
    case 'list':
      return <ListField {...common} items={Array.isArray(value) ? value : []} onWrite={change} />
    case 'text':
      return <TextField {...common} text={String(value)} onWrite={change} />
    case 'number':
      return (
        <TextField
          {...common}
          numeric
          text={String(value)}
          onWrite={(text) => change(Number(text))}
        />
      )
  }
}

/** The choices, and what stands there where it is none of them. */
function optionsWith(choices: readonly string[], chosen: string, empty: string) {
  const all = choices.includes(chosen) ? choices : [chosen, ...choices]
  return all.map((choice) => ({ id: choice, label: choice === '' ? empty : choice }))
}
