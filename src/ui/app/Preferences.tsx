import { LANGUAGES } from '../../i18n/language.ts'
import { chooseLanguage } from '../../store/language-actions.ts'
import { THEMES, usePlayground } from '../../store/playground.ts'
import { useMessages } from '../../store/reading.ts'
import { chooseTheme } from '../../store/view-actions.ts'
import { Choice } from '../kit/Choice.tsx'

/** How the reader wants the page to speak and to look. */
export function Preferences() {
  const { ui, language } = useMessages()
  const theme = usePlayground((state) => state.theme)
  return (
    <div className="preferences">
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
    </div>
  )
}
