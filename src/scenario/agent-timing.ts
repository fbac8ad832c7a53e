import type { AppliedTexts } from '../dataplanes/dataplane.ts'
import { readConfig } from '../dataplanes/ip-masq-agent/config.ts'
import { readEditorText } from '../dataplanes/ip-masq-agent/editor-text.ts'
import { GKE_FLAGS } from '../dataplanes/ip-masq-agent/flags.ts'

/** How an agent that reads its file in rounds comes to read a new one, in seconds. */
export interface AgentTiming {
  /** From the file to the next round at most: the agent sleeps as the old configuration says. */
  readonly wait: number
  /** The sleep after that round: up to v2.12.1 it is still the old one. */
  readonly next: number
}

/** Source: ip-masq-agent v2.12.2, cmd/ip-masq-agent/ip-masq-agent.go, Run; kubernetes-sigs/ip-masq-agent#180. */
export function agentTiming({ text, inForce }: AppliedTexts): AgentTiming {
  const before = intervalIn(inForce) ?? DEFAULT
  const now = intervalIn(text) ?? before
  return { wait: before, next: GKE_FLAGS.profile.metaDuration ? now : before }
}

const DEFAULT = 60

function intervalIn(text: string | null): number | null {
  if (text === null) return null
  const read = readEditorText(text)
  if (read.kind === 'refused') return null
  const { config } = readConfig(read.file, GKE_FLAGS)
  if (!config.ok) return null
  // A negative interval makes it spin, as none does.
  return Math.max(0, Number(config.value.resyncNanoseconds / 1_000_000n) / 1000)
}
