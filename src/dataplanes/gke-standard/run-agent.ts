import { emptyNat } from '../../engine/nat-table.ts'
import { type Cidr, cidrCovers, formatCidr } from '../../net/cidr.ts'
import type { ConfigNote, ConfigReport } from '../config-report.ts'
import type { ClusterSettings, ConfigTexts, Installed } from '../dataplane.ts'
import type { MasqConfig } from '../ip-masq-agent/config.ts'
import { type EditorText, readEditorText } from '../ip-masq-agent/editor-text.ts'
import { GKE_FLAGS } from '../ip-masq-agent/flags.ts'
import { configNotes } from '../ip-masq-agent/notes.ts'
import { type AgentRound, type AgentState, FRESH, syncAgent } from '../ip-masq-agent/sync.ts'
import { agentProfile } from '../ip-masq-agent/version.ts'

/** Release notes of GKE name no agent version; this is the newest whose source was read. */
const FLAGS = { ...GKE_FLAGS, profile: agentProfile('2.12.6') }

/**
 * The agent as it runs on a node that had synced once before there was a ConfigMap. A text that it,
 * or kubectl before it, refuses leaves the rules of the text before it in force.
 */
export function runAgent(
  settings: ClusterSettings,
  { applied, text, inForce }: ConfigTexts,
): Omit<Installed, 'agent'> {
  const synced = syncAgent(FRESH, null, FLAGS).state
  const before = inForce === null ? synced : take(synced, readEditorText(inForce)).state
  const now = readEditorText(text)
  const round = applied ? take(before, now) : unchanged(synced)
  const { config } = round.state
  return {
    rules: { nat4: round.state.nat4 ?? emptyNat(4), nat6: emptyNat(6), sets: [] },
    silence: round.state.nat4 === null ? 'nothing-written' : 'no-rule',
    writer: 'agent',
    config: {
      state: stateOf(applied, round),
      error: round.error,
      using: round.using,
      ...inForceOf(config),
      notes: applied ? notesOf(settings, now, round) : [],
    },
    masqLinkLocalInText: linkLocalIn(now),
  }
}

type Round = Pick<AgentRound, 'state' | 'using'> & { readonly error: ConfigReport['error'] }

const unchanged = (state: AgentState): Round => ({ state, error: null, using: null })

/** kubectl stands before the agent: what it refuses never reaches the cluster. */
function take(before: AgentState, now: EditorText): Round {
  if (now.kind === 'refused') return { state: before, error: now.error, using: null }
  return syncAgent(before, now.file, FLAGS)
}

function stateOf(applied: boolean, { error }: Round): ConfigReport['state'] {
  if (!applied) return 'absent'
  return error === null ? 'accepted' : 'refused'
}

const inForceOf = (
  config: MasqConfig | null,
): Pick<ConfigReport, 'ranges' | 'rangesAreDefaults' | 'masqLinkLocal'> => ({
  ranges: (config?.ranges ?? []).map(({ text, place }) => ({
    cidr: text,
    line: place?.line ?? null,
  })),
  rangesAreDefaults: config?.rangesAreDefaults ?? false,
  masqLinkLocal: config?.masqLinkLocal ?? false,
})

function linkLocalIn(now: EditorText): boolean | null {
  if (now.kind === 'refused') return null
  const { error, state } = syncAgent(FRESH, now.file, FLAGS)
  return error === null ? (state.config?.masqLinkLocal ?? false) : null
}

function notesOf(
  { podRanges }: ClusterSettings,
  now: EditorText,
  { error, state }: Round,
): readonly ConfigNote[] {
  const notes = configNotes(now, FLAGS)
  if (error !== null || state.config === null) return notes
  const kept = state.config.ranges.map(({ network }) => network)
  const line = state.config.places.nonMasqueradeCIDRs?.line ?? null
  return [...notes, ...podRanges.filter((range) => !isKept(range, kept)).map(notKept(line))]
}

const isKept = (range: Cidr, kept: readonly Cidr[]): boolean =>
  kept.some((network) => cidrCovers(network, range))

const notKept =
  (line: number | null) =>
  (range: Cidr): ConfigNote => ({
    code: 'pod-range-not-kept',
    line,
    params: { range: formatCidr(range) },
  })
