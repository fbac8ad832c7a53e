import {
  type Admission,
  type AskPodPolicies,
  type Isolation,
  type PodPolicy,
  policyRefusal,
} from '../../engine/pod-policy.ts'
import { hostCidr } from '../../net/cidr.ts'
import type { Pod } from '../../topology/cluster.ts'
import type { ClusterView } from '../../topology/cluster-view.ts'
import type { ConfigNote } from '../config-report.ts'
import { type LabelSelector, selects } from '../manifests/label-selector.ts'
import { type NetworkPolicy, type Peer, type PolicyRule, readPolicies } from './read-policies.ts'

export interface PoliciesInstalled {
  /** By the names of nodes: what holds for the Pods there. */
  readonly pods: ReadonlyMap<string, AskPodPolicies>
  readonly notes: readonly ConfigNote[]
}

/** NetworkPolicies of a cluster; where nothing there enforces them, they are accepted and do nothing. */
export function networkPolicies(
  view: ClusterView,
  text: string,
  isEnforced: boolean,
): PoliciesInstalled {
  const { policies, notes } = readPolicies(text)
  if (policies.length === 0 || isEnforced) {
    return { pods: new Map(podPolicies(view, policies)), notes: [...notes, ...named(policies)] }
  }
  const names = policies.map(({ namespace, name }) => `${namespace}/${name}`).join(', ')
  const idle = { code: 'network-policy-not-enforced', line: null, params: { names } }
  return { pods: new Map(), notes: [...notes, idle] }
}

const podPolicies = (
  { nodes, pods }: ClusterView,
  policies: readonly NetworkPolicy[],
): readonly (readonly [string, AskPodPolicies])[] => {
  const own = pods.filter(({ hostNetwork }) => !hostNetwork)
  return nodes.map(({ name }) => {
    const here = own.filter(({ node }) => node === name)
    const held = here.map((pod) => policyOf(pod, policies, own))
    return [name, (seen, passage) => policyRefusal(held, seen, passage)]
  })
}

/** Policies add up: what one of them lets through is let through. */
function policyOf(pod: Pod, policies: readonly NetworkPolicy[], all: readonly Pod[]): PodPolicy {
  const about = policies.filter(
    ({ namespace, pods }) => namespace === pod.namespace && matches(pods, pod),
  )
  const isolation = (way: 'ingress' | 'egress'): Isolation | null => {
    const isolating = about.filter((policy) => policy[way] !== null)
    if (isolating.length === 0) return null
    return {
      policies: isolating.map(({ namespace, name }) => `${namespace}/${name}`),
      admits: isolating.flatMap((policy) =>
        (policy[way] ?? []).map((rule) => admissionOf(rule, policy.namespace, all)),
      ),
    }
  }
  return { pod, ingress: isolation('ingress'), egress: isolation('egress') }
}

const matches = (selector: LabelSelector, { labels }: Pod): boolean =>
  selects(selector, new Map(Object.entries(labels)))

const admissionOf = (
  { peers, ports }: PolicyRule,
  namespace: string,
  all: readonly Pod[],
): Admission => ({
  peers: peers?.flatMap((peer) => rangesOf(peer, namespace, all)) ?? null,
  // A name stands for a port of a container, which no scenario tells: nothing is let through by it.
  ports:
    ports?.flatMap(({ protocol, ports: range }) =>
      range === 'named' ? [] : [{ protocol, ports: range }],
    ) ?? null,
})

function rangesOf(
  { block, pods, namespaces }: Peer,
  namespace: string,
  all: readonly Pod[],
): NonNullable<Admission['peers']> {
  if (block) return [block]
  if (!pods && !namespaces) return []
  const isMeant = (pod: Pod): boolean =>
    (namespaces ? selects(namespaces, nameLabel(pod)) : pod.namespace === namespace) &&
    (pods === null || matches(pods, pod))
  return all
    .filter(isMeant)
    .flatMap(({ addresses }) => addresses.map((own) => ({ range: hostCidr(own), except: [] })))
}

/** The one label that every namespace has. Source: kubernetes.io, "Automatic labelling". */
const nameLabel = ({ namespace }: Pod): ReadonlyMap<string, string> =>
  new Map([['kubernetes.io/metadata.name', namespace]])

const named = (policies: readonly NetworkPolicy[]): readonly ConfigNote[] =>
  policies.flatMap(({ namespace, name, ingress, egress }) =>
    [...(ingress ?? []), ...(egress ?? [])].some(({ ports }) =>
      ports?.some((port) => port.ports === 'named'),
    )
      ? [
          {
            code: 'network-policy-named-port',
            line: null,
            params: { name: `${namespace}/${name}` },
          },
        ]
      : [],
  )
