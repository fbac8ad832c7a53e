import type { Located } from '../../golang/json/value.ts'
import { locatedAt, textAt } from '../manifests/json-path.ts'
import { type Mount, USUAL_MOUNT } from './manifest.ts'

/** What of a DaemonSet's Pod makes a difference to the agent in it. */
export interface PodSpec {
  readonly image: string
  /** Behind the program's name, in order. */
  readonly args: readonly { readonly text: string; readonly start: number }[]
  readonly hostNetwork: boolean
  readonly hasNodeSelector: boolean
  readonly mount: Omit<Mount, 'namespace'>
}

/** Where the agent looks for its file. Source: ip-masq-agent, configPath. */
const FOLDER = '/etc/config'
const FILE = 'ip-masq-agent'

/** Of a DaemonSet that the API server takes; null where no container of it is the agent. */
export function readPodSpec(root: Located): PodSpec | null {
  const spec = locatedAt(root, ['spec', 'template', 'spec'])
  const container = itemsOf(locatedAt(spec, ['containers'])).find(isAgent)
  if (spec === null || container === undefined) return null
  const hostNetwork = locatedAt(spec, ['hostNetwork'])?.value
  return {
    image: textAt(container, ['image']) ?? '',
    args: [
      ...textsOf(locatedAt(container, ['command'])).slice(1),
      ...textsOf(locatedAt(container, ['args'])),
    ],
    hostNetwork: hostNetwork?.kind === 'bool' && hostNetwork.value,
    hasNodeSelector: membersOf(locatedAt(spec, ['nodeSelector'])) > 0,
    mount: mountOf(spec, container),
  }
}

/** By its image: `azure-ip-masq-agent` and `ip-masq-agent-v2` are other programs. */
const isAgent = (container: Located): boolean =>
  /(?:^|\/)ip-masq-agent(?:-(?:amd64|arm|arm64|ppc64le|s390x))?(?:[:@]|$)/.test(
    textAt(container, ['image']) ?? '',
  )

/** Which ConfigMap, and which key of it, stands at the agent's path. */
function mountOf(spec: Located, container: Located): PodSpec['mount'] {
  const mounts = itemsOf(locatedAt(container, ['volumeMounts']))
  const mount = mounts.find((each) => trimmed(textAt(each, ['mountPath'])) === FOLDER)
  const name = mount && textAt(mount, ['name'])
  const volume = itemsOf(locatedAt(spec, ['volumes'])).find(
    (each) => textAt(each, ['name']) === name,
  )
  const map = volume === undefined ? null : locatedAt(volume, ['configMap'])
  if (map === null) return USUAL_MOUNT
  const items = itemsOf(locatedAt(map, ['items']))
  const item = items.find((each) => textAt(each, ['path']) === FILE)
  // Without `items` every key of the ConfigMap is a file of that name.
  const key = items.length === 0 ? FILE : ((item && textAt(item, ['key'])) ?? '')
  return { name: textAt(map, ['name']) ?? '', key }
}

const trimmed = (path: string | null): string => (path ?? '').replace(/\/+$/, '')

const itemsOf = (list: Located | null): readonly Located[] =>
  list?.value.kind === 'array' ? list.value.items : []

const membersOf = (object: Located | null): number =>
  object?.value.kind === 'object' ? object.value.members.length : 0

const textsOf = (list: Located | null): PodSpec['args'] =>
  itemsOf(list).flatMap(({ value, start }) =>
    value.kind === 'string' ? [{ text: value.value, start }] : [],
  )
