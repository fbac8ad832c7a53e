import type { ConfigReport } from '../config-report.ts'
import type { AppliedTexts, ClusterSettings, Installed } from '../dataplane.ts'
import { type AgentNode, type NodeRound, syncOnNode } from '../ip-masq-agent/agent-on-node.ts'
import { readConfig } from '../ip-masq-agent/config.ts'
import { type EditorText, readEditorText } from '../ip-masq-agent/editor-text.ts'
import type { AgentFlags } from '../ip-masq-agent/flags.ts'
import { agentReport } from '../ip-masq-agent/report.ts'
import { readStage, type Stage, type StagedAgent } from '../ip-masq-agent/stage.ts'
import { agentDeployed } from './agent-deployed.ts'
import { bootNode } from './boot.ts'
import { GKE_AGENT, OLD_GKE_AGENT } from './gke-agent.ts'
import { readGkeVersion } from './gke-version.ts'
import { notesOf } from './manifest-notes.ts'
import { clusterAssumptions, type Outcome } from './on-nodes.ts'

/**
 * A node and the manifests of its cluster, in the order of time: it boots, the agent of the cluster
 * runs, then the stream that was in force, then the one applied now. What a stream has refused
 * leaves what stood before, and nobody takes away the chain of an agent that is gone.
 */
export function runManifests(settings: ClusterSettings, texts: AppliedTexts): Outcome {
  const { old, apis } = readGkeVersion(settings.gkeVersion)
  const boot = bootNode(settings)
  const deployed = deployedWithout(settings, texts)
  const gke = old ? OLD_GKE_AGENT : GKE_AGENT
  const around = { installed: deployed.runs ? gke : null, apis }
  const first = readStage(null, null, around)
  const before = texts.inForce === null ? first : readStage(texts.inForce, first, around)
  const now = readStage(texts.text, before, around)
  const ran = run({ rules: boot.rules, agents: new Map() }, [first, before, now])
  const { node, last } = ran
  const wrote = [...node.agents.values()].some(({ state }) => state.nat4 ?? state.nat6)
  const reporting = last?.agent ?? null
  const flags = reporting?.setup.flags ?? gke.flags
  const config = reporting?.config ?? readEditorText(texts.text)
  return {
    rules: node.rules,
    silence: silenceOf(wrote, reporting !== null && !deployed.runs, boot.silence),
    writer: writerOf(node, boot.writer, wrote),
    agent: agentOf(now, deployed),
    config: {
      ...reportOf(now, last, config),
      notes: [...notesOf({ settings, now, node, config, flags, round: last?.round ?? null })],
    },
    masqLinkLocalInText: linkLocalIn(config, flags),
    assumptions: [
      ...clusterAssumptions(settings),
      ...assumptionsOf(now, boot.writer, deployed.runs),
    ],
  }
}

/** Whether the cluster has an agent of its own; one deployed by hand may be among the manifests. */
function deployedWithout(
  settings: ClusterSettings,
  { text, inForce }: AppliedTexts,
): ReturnType<typeof agentDeployed> {
  const { apis } = readGkeVersion(settings.gkeVersion)
  const around = { installed: null, apis }
  const among = [text, inForce ?? ''].some(
    (each) => readStage(each, null, around).daemonSets.length > 0,
  )
  return agentDeployed(among ? { ...settings, ipMasqAgent: 'auto' } : settings)
}

/** Why a packet that no rule touches keeps its source. */
function silenceOf(
  wrote: boolean,
  startedOnNothing: boolean,
  boot: Outcome['silence'],
): Outcome['silence'] {
  if (wrote) return 'no-rule'
  return startedOnNothing ? 'nothing-written' : boot
}

interface Ran {
  readonly node: AgentNode
  /** The last agent of the last stage, and its round; null where none runs. */
  readonly last: { readonly agent: StagedAgent; readonly round: NodeRound | null } | null
}

function run(booted: AgentNode, stages: readonly Stage[]): Ran {
  let node = booted
  let last: Ran['last'] = null
  for (const { agents } of stages) {
    last = null
    for (const agent of agents) {
      const onHost = agent.deployed?.onHost ?? true
      const round: NodeRound | null = onHost ? syncOnNode(node, agent.file, agent.setup) : null
      node = round?.node ?? node
      last = { agent, round }
    }
  }
  return { node, last }
}

function agentOf(
  { agents, daemonSets }: Stage,
  deployed: ReturnType<typeof agentDeployed>,
): Installed['agent'] {
  const own = agents.findLast((agent) => agent.deployed !== null)
  if (own?.deployed) {
    return { runs: true, why: own.deployed.onHost ? 'manual' : 'daemon-set-in-own-network' }
  }
  if (agents.length > 0) return deployed
  const stuck = daemonSets.some((read) => read.kind === 'refused' && read.error.by === 'agent')
  return stuck ? { runs: false, why: 'daemon-set-does-not-start' } : deployed
}

function reportOf(now: Stage, last: Ran['last'], config: EditorText): ConfigReport {
  const refused = now.daemonSets.find((read) => read.kind === 'refused')
  const error =
    (config.kind === 'refused' ? config.error : null) ??
    last?.round?.error ??
    refused?.error ??
    (config.kind === 'refused' ? null : config.refusal)
  const taken = last ? 'accepted' : 'unread'
  const report = agentReport(error === null ? taken : 'refused', last?.round?.state.config ?? null)
  const using = config.kind === 'refused' ? null : (last?.round?.using ?? null)
  return { ...report, error, using }
}

/** Of the text as it stands, be it in force or not. */
function linkLocalIn(config: EditorText, flags: AgentFlags): boolean | null {
  if (config.kind === 'refused') return null
  const read = readConfig(config.file, flags).config
  return read.ok ? read.value.masqLinkLocal : null
}

/** Several chains of several writers stand side by side where their names differ. */
function writerOf({ rules }: AgentNode, boot: string, wrote: boolean): string {
  if (!wrote) return boot
  const chains = rules.nat4.chains.filter(({ policy }) => policy === null)
  return chains.length > 1 || boot === 'kubelet' ? 'several' : 'agent'
}

function assumptionsOf(now: Stage, boot: string, gkeRan: boolean): readonly string[] {
  const own = now.agents.flatMap(({ deployed }) => (deployed ? [deployed] : []))
  const gke = now.agents.find(({ deployed }) => deployed === null)?.setup
  const replaced = gkeRan && own.some(({ key }) => key === GKE_AGENT.key)
  const linkLocal = boot === 'kubelet' && now.agents.length === 0
  return [
    ...(linkLocal ? ['kubelet-rule-link-local'] : []),
    ...(gke ? [gke.id === OLD_GKE_AGENT.id ? 'old-agent-version' : 'gke-agent-version'] : []),
    ...(own.some(({ version }) => version === null) ? ['agent-version-unknown'] : []),
    ...(own.some(({ hasNodeSelector }) => hasNodeSelector) ? ['node-selector-met'] : []),
    ...(replaced ? ['daemon-set-replaces-that-of-gke'] : []),
  ]
}
