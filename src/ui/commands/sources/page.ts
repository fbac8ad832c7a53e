import { LANGUAGES } from '../../../i18n/language.ts'
import { chooseLanguage } from '../../../store/language-actions.ts'
import { showDialog } from '../../../store/page.ts'
import { THEMES } from '../../../store/playground.ts'
import { goToTourStep } from '../../../store/tour.ts'
import { chooseTheme } from '../../../store/view-actions.ts'
import type { CommandSource } from '../command.ts'
import { showMap } from '../show-sheet.ts'

/** How the page speaks and looks, and what explains it. */
export const pageCommands: CommandSource = ({ state, messages, english, guide }) => [
  ...LANGUAGES.filter((language) => language !== messages.language).map((language) => ({
    id: `language ${language}`,
    group: 'page' as const,
    label: guide.commands.speak(messages.ui.language[language]),
    also: `language ${language} ${LANGUAGE_IN_ENGLISH[language]}`,
    run: () => void chooseLanguage(language),
  })),
  ...THEMES.filter((theme) => theme !== state.theme).map((theme) => ({
    id: `theme ${theme}`,
    group: 'page' as const,
    label: guide.commands.look(messages.ui.theme[theme]),
    also: `theme ${english.ui.theme[theme]}`,
    run: () => chooseTheme(theme),
  })),
  {
    id: 'shortcuts',
    group: 'page',
    label: guide.shortcuts.title,
    also: 'keyboard shortcuts keys help',
    keys: '?',
    run: () => showDialog('shortcuts'),
  },
  {
    id: 'tour',
    group: 'page',
    label: guide.commands.takeTour,
    also: 'tour help',
    run: () => {
      showMap()
      goToTourStep(0)
    },
  },
  {
    id: 'map',
    group: 'page',
    label: messages.ui.skipToMap,
    also: english.ui.skipToMap,
    run: () => {
      showMap()
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.canvas')?.focus())
    },
  },
]

const LANGUAGE_IN_ENGLISH = { en: 'English', ko: 'Korean', ja: 'Japanese' } as const
