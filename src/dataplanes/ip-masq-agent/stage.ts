import type { AgentSetup } from './agent-on-node.ts'
import type { ConfigFile } from './config-file.ts'
import { type DeployedAgent, type ReadDaemonSet, readDaemonSets } from './daemon-set.ts'
import { type EditorText, readEditorText } from './editor-text.ts'
import { type Mount, USUAL_MOUNT } from './manifest.ts'
import type { ServedApis } from './refuse-daemon-set.ts'

/** What a stream of manifests has brought about: the agents that run, and the file that each finds. */
export interface Stage {
  readonly agents: readonly StagedAgent[]
  /** As they stand in the stream, the refused ones among them. */
  readonly daemonSets: readonly ReadDaemonSet[]
}

export interface StagedAgent {
  readonly setup: AgentSetup
  /** Null for one that no manifest of the stream deploys. */
  readonly deployed: DeployedAgent | null
  /** What the stream has for it; null: there is no stream. */
  readonly config: EditorText | null
  /** What it finds: the file of before, where kubectl refuses the new one. */
  readonly file: ConfigFile | null
}

export interface Surroundings {
  /** The agent that the cluster has without any manifest. */
  readonly installed: AgentSetup | null
  readonly apis: ServedApis
}

/**
 * The stream `text`, null for none, on top of the one before it. A document that is refused leaves
 * what its older version has brought about; a DaemonSet that kubectl takes and whose agent does not
 * start has nothing running in its place.
 */
export function readStage(
  text: string | null,
  before: Stage | null,
  { installed, apis }: Surroundings,
): Stage {
  const daemonSets = text === null ? [] : readDaemonSets(text, apis)
  const agents = new Map<string, Omit<StagedAgent, 'config' | 'file'>>()
  if (installed) agents.set(installed.key, { setup: installed, deployed: null })
  for (const read of daemonSets) {
    const old = before?.agents.find(({ setup }) => setup.key === read.key)
    if (read.kind === 'agent') agents.set(read.key, { setup: read.agent, deployed: read.agent })
    else if (read.error.by === 'agent') agents.delete(read.key)
    else if (old) agents.set(read.key, old)
  }
  const files = [...agents.values()].map((agent) => withFile(agent, text, before))
  return { agents: files, daemonSets }
}

function withFile(
  agent: Omit<StagedAgent, 'config' | 'file'>,
  text: string | null,
  before: Stage | null,
): StagedAgent {
  if (text === null) return { ...agent, config: null, file: null }
  const config = readEditorText(text, mountOf(agent))
  const old = before?.agents.find(({ setup }) => setup.key === agent.setup.key)
  const file = config.kind === 'refused' ? (old?.file ?? null) : config.file
  return { ...agent, config, file }
}

const mountOf = ({ deployed }: Pick<StagedAgent, 'deployed'>): Mount =>
  deployed?.mount ?? USUAL_MOUNT
