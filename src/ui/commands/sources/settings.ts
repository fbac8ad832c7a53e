import { studiedCluster, studiedDataplane } from '../../../scenario/studied-cluster.ts'
import { evaluationOf } from '../../../store/run.ts'
import { setDefaultSnat, setManifestsApplied } from '../../../store/scenario-actions.ts'
import { chooseDataplane } from '../../../store/settings.ts'
import { masqueradeLinkLocal } from '../../controls/masquerade-link-local.ts'
import type { Command, CommandContext, CommandSource } from '../command.ts'

/** The switches of the bar, and which dataplane they are of. */
export const settingCommands: CommandSource = (context) => {
  const { state, guide, dataplanes } = context
  const { document } = state.scenario
  if (studiedCluster(document) === null) return []
  const chosen = studiedDataplane(document)
  return [
    ...(chosen === 'gke-standard' ? gkeSwitches(context) : [manifestsSwitch(context)]),
    ...dataplanes
      .filter(({ id }) => id !== chosen)
      .map(({ id, name }) => ({
        id: `dataplane ${id}`,
        group: 'settings' as const,
        label: guide.commands.useDataplane(name),
        also: `dataplane ${id}`,
        run: () => void chooseDataplane(id),
      })),
  ]
}

function gkeSwitches(context: CommandContext): readonly Command[] {
  const { state, messages, english } = context
  const words = messages.ui.switches
  const { manifests, document } = state.scenario
  const inText = evaluationOf(state.run)?.switches.masqLinkLocalInText ?? null
  return [
    flip(context, {
      id: 'default-snat',
      what: words.defaultSnat,
      also: english.ui.switches.defaultSnat,
      on: studiedCluster(document)?.disableDefaultSnat !== true,
      set: setDefaultSnat,
    }),
    flip(context, {
      id: 'configmap',
      what: words.configMap,
      also: 'ip-masq-agent nonMasqueradeCIDRs',
      on: manifests.applied,
      set: setManifestsApplied,
    }),
    flip(context, {
      id: 'link-local',
      what: words.masqLinkLocal,
      also: english.ui.switches.masqLinkLocal,
      on: manifests.applied && inText === true,
      set: (on) => void masqueradeLinkLocal(on),
    }),
  ]
}

const manifestsSwitch = (context: CommandContext): Command =>
  flip(context, {
    id: 'manifests',
    what: context.messages.ui.panels.settings.applied,
    also: context.english.ui.panels.settings.applied,
    on: context.state.scenario.manifests.applied,
    set: setManifestsApplied,
  })

function flip(
  { messages, guide }: CommandContext,
  {
    id,
    what,
    also,
    on,
    set,
  }: {
    readonly id: string
    readonly what: string
    readonly also: string
    readonly on: boolean
    readonly set: (on: boolean) => void
  },
): Command {
  const { turnOn, turnOff } = guide.commands
  const now = messages.ui.switches[on ? 'on' : 'off']
  return {
    id: `switch ${id}`,
    group: 'settings',
    label: on ? turnOff(what) : turnOn(what),
    also,
    note: now,
    run: () => set(!on),
  }
}
