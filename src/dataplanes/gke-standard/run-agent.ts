import { type Cidr, cidrCovers, formatCidr } from '../../net/cidr.ts'
import type { ConfigNote, ConfigReport } from '../config-report.ts'
import type { AppliedTexts, ClusterSettings, Installed } from '../dataplane.ts'
import type { Standing } from '../every-node.ts'
import { type EditorText, readEditorText } from '../ip-masq-agent/editor-text.ts'
import { configNotes } from '../ip-masq-agent/notes.ts'
import { type AgentRound, type AgentState, FRESH, syncAgent } from '../ip-masq-agent/sync.ts'
import { AGENT_FLAGS, agentReport, standing } from './agent-report.ts'

/**
 * The agent as it runs on a node that had synced once before there was a ConfigMap. A text that it,
 * or kubectl before it, refuses leaves the rules of the text before it in force.
 */
export function runAgent(
  settings: ClusterSettings,
  { text, inForce }: AppliedTexts,
): Standing & Pick<Installed, 'config' | 'masqLinkLocalInText'> {
  const synced = syncAgent(FRESH, null, AGENT_FLAGS).state
  const before = inForce === null ? synced : take(synced, readEditorText(inForce)).state
  const now = readEditorText(text)
  const round = take(before, now)
  const state = round.error === null ? 'accepted' : 'refused'
  return {
    ...standing(round.state.nat4),
    config: {
      ...agentReport(state, round.state.config),
      error: round.error,
      using: round.using,
      notes: notesOf(settings, now, round),
    },
    masqLinkLocalInText: linkLocalIn(now),
  }
}

type Round = Pick<AgentRound, 'state' | 'using'> & { readonly error: ConfigReport['error'] }

/** kubectl stands before the agent: what it refuses never reaches the cluster. */
function take(before: AgentState, now: EditorText): Round {
  if (now.kind === 'refused') return { state: before, error: now.error, using: null }
  return syncAgent(before, now.file, AGENT_FLAGS)
}

function linkLocalIn(now: EditorText): boolean | null {
  const { error, state } = take(FRESH, now)
  return error === null ? (state.config?.masqLinkLocal ?? false) : null
}

function notesOf(
  { podRanges }: ClusterSettings,
  now: EditorText,
  { error, state }: Round,
): readonly ConfigNote[] {
  const notes = configNotes(now, AGENT_FLAGS)
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
