import type { Setting } from '../../dataplanes/setting.ts'
import { readSetting } from '../settings/read-settings.ts'
import type { ScenarioState } from '../state.ts'

/** The ranges that a setting lists, and what holds where it is absent; null where it cannot be read. */
export function listIn(state: ScenarioState, setting: Setting): readonly string[] | null {
  const { value, origin } = readSetting(state, setting)
  if (origin === 'unreadable') return null
  if (Array.isArray(value)) return value as readonly string[]
  return String(value)
    .split(/[,\s]+/)
    .filter((part) => part !== '')
}

/** It is written as one text, the ranges parted by commas. */
export const isTextList = ({ control }: Setting): boolean => control.kind === 'text'
