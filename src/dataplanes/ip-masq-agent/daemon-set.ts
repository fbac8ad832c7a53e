import type { Located } from '../../golang/json/value.ts'
import { LineTable, type Place } from '../../golang/line-table.ts'
import type { ManifestDocument } from '../manifests/documents.ts'
import { memberOf, textAt } from '../manifests/json-path.ts'
import type { AgentSetup } from './agent-on-node.ts'
import type { AgentError } from './config.ts'
import { daemonSetsIn } from './editor-text.ts'
import { parseFlags } from './flags.ts'
import { fieldOf, type Mount } from './manifest.ts'
import { type PodSpec, readPodSpec } from './pod-spec.ts'
import { readDaemonSet, type ServedApis } from './refuse-daemon-set.ts'
import { agentProfile, NEWEST_VERSION } from './version.ts'

/** An agent that someone deploys: a DaemonSet that runs its image. */
export interface DeployedAgent extends AgentSetup {
  /** Of its image tag; null: it tells none, and the newest was taken. */
  readonly version: string | null
  readonly mount: Mount
  /** It writes into the network of its own Pod otherwise, and no node sees any of it. */
  readonly onHost: boolean
  readonly hasNodeSelector: boolean
  /** It parses no flags and was given some. */
  readonly ignoresArguments: boolean
  readonly place: Place
}

export type ReadDaemonSet =
  | { readonly kind: 'agent'; readonly key: string; readonly agent: DeployedAgent }
  | {
      readonly kind: 'refused'
      readonly key: string
      /** The agent does not start, or kubectl does not apply the document. */
      readonly error: AgentError & { readonly by: 'agent' | 'kubectl' }
    }

/** The agents that a stream of manifests deploys, in the order of the text. */
export function readDaemonSets(text: string, apis: ServedApis): readonly ReadDaemonSet[] {
  const lines = new LineTable(text)
  return daemonSetsIn(text).flatMap((document): readonly ReadDaemonSet[] => {
    const place = (offset: number): Place => lines.at(document.offset + offset)
    const read = readDaemonSet(document, apis)
    if (!read.ok) {
      if (!/ip-masq-agent/.test(document.text)) return []
      const { text: why, offset } = read.error
      const error = { by: 'kubectl', text: why, ...place(offset) } as const
      return [{ kind: 'refused', key: keyOf(document), error }]
    }
    const spec = readPodSpec(read.value)
    return spec === null ? [] : [agentOf(read.value, spec, place)]
  })
}

function agentOf(root: Located, spec: PodSpec, place: (offset: number) => Place): ReadDaemonSet {
  const namespace = textAt(root, ['metadata', 'namespace']) ?? 'default'
  const key = `${namespace}/${textAt(root, ['metadata', 'name']) ?? ''}`
  const version = versionOf(spec.image)
  const args = spec.args.map(({ text }) => text)
  const flags = parseFlags(args, agentProfile(version ?? NEWEST_VERSION))
  if (!flags.ok) {
    const at = spec.args[flags.error.at]?.start ?? root.start
    return { kind: 'refused', key, error: { by: 'agent', text: flags.error.text, ...place(at) } }
  }
  const agent: DeployedAgent = {
    key,
    id: [spec.image, ...args].join(' '),
    flags: flags.value,
    version,
    mount: { namespace, ...spec.mount },
    onHost: spec.hostNetwork,
    hasNodeSelector: spec.hasNodeSelector,
    ignoresArguments: flags.value.profile.flags === null && args.length > 0,
    place: place(memberOf(root, 'kind')?.at.start ?? root.start),
  }
  return { kind: 'agent', key, agent }
}

/** `registry.k8s.io/networking/ip-masq-agent:v2.9.3-gke.5` is 2.9.3. */
const versionOf = (image: string): string | null =>
  /:v?(\d+\.\d+\.\d+)(?:[-+.@]|$)/.exec(image)?.[1] ?? null

/** Of a document that is refused: as far as its text tells. */
const keyOf = ({ text }: ManifestDocument): string =>
  `${fieldOf(text, ['metadata', 'namespace']) || 'default'}/${fieldOf(text, ['metadata', 'name'])}`
