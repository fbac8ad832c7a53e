import { type InspectorTab, playground, type Theme } from './playground.ts'

export function chooseTab(tab: InspectorTab): void {
  playground().setState({ tab })
}

export function chooseTheme(theme: Theme): void {
  playground().setState({ theme })
}

/** Lights up a rule wherever it is drawn: in the chain, in the editor, on the map. */
export function lightRule(litRule: string | null): void {
  playground().setState({ litRule })
}

export function dismissInvitation(): void {
  playground().setState({ visit: 'seen' })
}

export function dismissLinkTrouble(): void {
  playground().setState({ linkTrouble: null })
}
