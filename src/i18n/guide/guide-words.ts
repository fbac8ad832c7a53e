/** What leads through the page: the list of commands, the list of keys, the tour. Most visits begin without. */
export interface GuideWords {
  readonly palette: {
    /** On the button, and over the list. */
    readonly open: string
    readonly hint: string
    readonly nothing: (text: string) => string
    readonly more: (count: number) => string
    readonly found: (count: number) => string
    readonly groups: Readonly<Record<CommandGroup, string>>
  }
  readonly commands: {
    readonly turnOn: (what: string) => string
    readonly turnOff: (what: string) => string
    readonly useDataplane: (name: string) => string
    readonly chooseFlow: (name: string) => string
    readonly sendFrom: (name: string) => string
    readonly sendTo: (name: string) => string
    readonly writeSender: string
    readonly writeDestination: string
    readonly addFlow: string
    readonly listFlows: string
    readonly nextRule: string
    readonly previousRule: string
    readonly speed: (speed: number) => string
    readonly openTab: (tab: string) => string
    readonly stopComparing: string
    readonly stopEditing: string
    readonly addThing: (thing: string) => string
    readonly speak: (language: string) => string
    readonly look: (theme: string) => string
    readonly takeTour: string
  }
  readonly shortcuts: {
    readonly title: string
    readonly sections: Readonly<Record<ShortcutSection, string>>
    readonly does: Readonly<Record<ShortcutId, string>>
    /** A switch: who dictates, or types with a trembling hand, can do without. */
    readonly single: string
    readonly singleNote: string
  }
  readonly tour: {
    readonly offer: string
    readonly take: string
    readonly count: (step: number, of: number) => string
    readonly back: string
    readonly next: string
    readonly end: string
    readonly close: string
    readonly steps: Readonly<
      Record<TourStep, { readonly title: string; readonly says: (keys: string) => string }>
    >
  }
}

export type CommandGroup =
  | 'playback'
  | 'flow'
  | 'settings'
  | 'views'
  | 'scenarios'
  | 'drawing'
  | 'places'
  | 'page'

export type ShortcutSection = 'everywhere' | 'playing' | 'drawing' | 'writing'

export type ShortcutId =
  | 'palette'
  | 'shortcuts'
  | 'undo'
  | 'redo'
  | 'leave'
  | 'play'
  | 'hop'
  | 'rule'
  | 'stop'
  | 'ends'
  | 'probe'
  | 'things'
  | 'properties'
  | 'add'
  | 'connect'
  | 'move'
  | 'rename'
  | 'remove'
  | 'nudge'
  | 'everything'
  | 'duplicate'
  | 'clipboard'
  | 'outline'
  | 'more'
  | 'nothing'
  | 'send'
  | 'known'
  | 'indent'
  | 'out'

export type TourStep = 'map' | 'settings' | 'chain' | 'commands'
