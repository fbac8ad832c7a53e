import type { ReactNode } from 'react'
import type { AROUND_THE_MAP } from './around-the-map.ts'
import { late } from './late.tsx'
import './around-spaces.css'

/** On its way as early as the page's words are, which are longer. */
const around = import('./around-the-map.ts')

const part = (name: keyof typeof AROUND_THE_MAP, room?: ReactNode) =>
  late(async () => (await around).AROUND_THE_MAP[name], room)

export const Banners = part('Banners')
export const CommandsButton = part('CommandsButton', <span className="commands-space" />)
export const CompareButton = part('CompareButton')
export const ControlBar = part('ControlBar', <div className="control-space" />)
export const Guide = part('Guide')
export const HopList = part('HopList')
export const Invitation = part('Invitation', <div className="invitation-space" />)
export const Preferences = part('Preferences')
export const ScenarioChoice = part('ScenarioChoice')
export const ShareButton = part('ShareButton')
export const Sheets = part('Sheets')
export const Transport = part('Transport', <div className="transport-space" />)
