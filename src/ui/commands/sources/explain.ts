import { explainEn } from '../../../i18n/explain/explain.en.ts'
import { LEVELS } from '../../../i18n/levels/level.ts'
import { chooseLevel, readAsText } from '../../../store/explaining.ts'
import { investigate } from '../../../store/investigation.ts'
import { showDialog } from '../../../store/page.ts'
import type { CommandSource } from '../command.ts'
import { showSheet } from '../show-sheet.ts'

/** For whom it is explained, as steps or as a text, in which terms, and on paper. */
export const explainCommands: CommandSource = ({ explain, explaining, guide }) => [
  ...LEVELS.filter((level) => level !== explaining.level).map((level) => ({
    id: `level ${level}`,
    group: 'views' as const,
    label: explain.chooseLevel(explain.levels[level]),
    also: `level ${explainEn.chooseLevel(explainEn.levels[level])}`,
    run: () => chooseLevel(level),
  })),
  {
    id: 'as text',
    group: 'views',
    label: explaining.asText ? guide.commands.openTab(explain.asSteps) : explain.text,
    also: explaining.asText ? explainEn.asSteps : `${explainEn.text} screen reader twin`,
    run: () => {
      investigate(false)
      readAsText(!explaining.asText)
      showSheet('journey', '.explain-views [aria-pressed="true"]')
    },
  },
  {
    id: 'glossary',
    group: 'views',
    label: explain.glossary,
    also: `${explainEn.glossary} terms words`,
    run: () => showDialog('glossary'),
  },
  {
    id: 'print',
    group: 'views',
    label: explain.print,
    also: `${explainEn.print} paper PDF`,
    run: () => window.print(),
  },
]
