import type { LinkView } from '../../share/link-view.ts'
import type { PlaygroundState } from '../../store/playground.ts'

/** What of the page goes into a link: what was chosen and what is on show. */
export function viewOnScreen({
  scenario,
  shown,
  tab,
  messages,
  theme,
  compared,
  probes,
}: Pick<
  PlaygroundState,
  'scenario' | 'shown' | 'tab' | 'messages' | 'theme' | 'compared' | 'probes'
>): LinkView {
  return {
    state: scenario,
    ...(shown === 'end' ? {} : { hop: shown.hop }),
    ...(shown === 'end' || shown.step === null ? {} : { step: shown.step }),
    tab,
    language: messages.language,
    ...(theme === 'system' ? {} : { theme }),
    ...(compared === null ? {} : { lanes: compared.dataplanes ?? [] }),
    ...(probes.length === 0 ? {} : { probes }),
  }
}
