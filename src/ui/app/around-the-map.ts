import { CompareButton } from '../compare/CompareButton.tsx'
import { ControlBar } from '../controls/ControlBar.tsx'
import { ScenarioChoice } from '../controls/ScenarioChoice.tsx'
import { CommandsButton } from '../guide/CommandsButton.tsx'
import { Guide } from '../guide/Guide.tsx'
import { HopList } from '../hops/HopList.tsx'
import { Transport } from '../playback/Transport.tsx'
import { ShareButton } from '../share/ShareButton.tsx'
import { Banners } from './Banners.tsx'
import { Invitation } from './Invitation.tsx'
import { Preferences } from './Preferences.tsx'
import { Sheets } from './Sheets.tsx'

/** What stands around the map and is not waited for by the first packet: one chunk together. */
export const AROUND_THE_MAP = {
  Banners,
  CommandsButton,
  CompareButton,
  ControlBar,
  Guide,
  HopList,
  Invitation,
  Preferences,
  ScenarioChoice,
  ShareButton,
  Sheets,
  Transport,
}
