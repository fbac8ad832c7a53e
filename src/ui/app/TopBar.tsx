import { LANGUAGES } from '../../i18n/language.ts'
import { chooseLanguage } from '../../store/language-actions.ts'
import { THEMES, usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { chooseTheme } from '../../store/view-actions.ts'
import { Choice } from '../kit/Choice.tsx'
import { Mark } from './Mark.tsx'

/** The page's name, and what does not belong to a scenario: language, theme, sharing. */
export function TopBar() {
  const { ui, language } = useMessages()
  const theme = usePlayground((state) => state.theme)
  return (
    <header className="top-bar">
      <Mark />
      <h1>{ui.product}</h1>
      <p className="top-bar-tagline">{ui.tagline}</p>
      <Choice
        label={ui.language.choose}
        options={LANGUAGES.map((id) => ({ id, label: ui.language[id], lang: id }))}
        chosen={language}
        onChoose={(id) => void chooseLanguage(id)}
      />
      <Choice
        label={ui.theme.choose}
        options={THEMES.map((id) => ({ id, label: ui.theme[id] }))}
        chosen={theme}
        onChoose={chooseTheme}
      />
    </header>
  )
}
