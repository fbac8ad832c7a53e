import { emptyNat } from '../../engine/nat-table.ts'
import type { NatTable, Origin, Rule } from '../../engine/rule.ts'
import type { ConfigReport } from '../config-report.ts'
import type { AppliedTexts, ClusterFacts, Installed, NodeInstalled } from '../dataplane.ts'
import { GKE_FLAGS } from '../ip-masq-agent/flags.ts'
import { type AgentRound, type AgentState, FRESH, syncAgent } from '../ip-masq-agent/sync.ts'
import { agentProfile } from '../ip-masq-agent/version.ts'
import { hasPolicies } from './cluster-version.ts'
import type { AutopilotAssumption, AutopilotNote, PolicyOrigin } from './codes.ts'
import { type Destination, type MadeConfigMap, makeConfigMap } from './config-map.ts'
import { noPolicies } from './no-policies.ts'
import { DEFAULT_NAME, type Policy } from './policy.ts'
import { printouts } from './printouts.ts'
import { generatedPolicies, type PoliciesRead, readPolicies } from './read-policies.ts'

/** The newest release whose source was read; GKE names none. */
const FLAGS = { ...GKE_FLAGS, profile: agentProfile('2.12.6') }

/**
 * A cluster whose controller turns the policies in force into the agent's ConfigMap, and whose agent
 * reads that. What the API server refuses, and what the agent refuses, leaves everything as it was.
 * Source: Google Cloud, "IP masquerade agent", Effects of the Egress NAT policy.
 */
export function runController(cluster: ClusterFacts, manifests: AppliedTexts | null): Installed {
  const { topology, settings } = cluster
  const generated = generatedPolicies(topology)
  const first = round(unpoliced(FRESH), makeConfigMap(generated))
  if (!hasPolicies(settings.gkeVersion)) {
    const standing = syncAgent(FRESH, null, FLAGS).state
    const read = noPolicies(manifests)
    const state = manifests === null ? 'absent' : 'unread'
    return installed(cluster, { ...NO_CONTROLLER, state, standing: unpoliced(standing), read })
  }
  if (manifests === null) {
    const read = { policies: generated, error: null, notes: [], assumptions: [] }
    return installed(cluster, { ...first, state: 'absent', read, made: makeConfigMap(generated) })
  }
  const { text, inForce } = manifests
  const before = inForce === null ? generated : readPolicies(topology, inForce, generated).policies
  const second = inForce === null ? first : round(first.standing, makeConfigMap(before))
  const read = readPolicies(topology, text, before)
  const made = makeConfigMap(read.policies)
  const last = round(withoutPlaces(second.standing), made)
  return installed(cluster, {
    ...last,
    state: 'accepted',
    read: { ...read, error: read.error ?? last.error, assumptions: supposed(read, last.error) },
    made,
  })
}

const supposed = (
  { assumptions }: PoliciesRead,
  error: AgentRound['error'],
): readonly AutopilotAssumption[] =>
  error === null ? assumptions : [...assumptions, 'limits-of-the-agent']

/** What stands on the nodes, and the destinations that it was made of. */
interface Standing {
  readonly agent: AgentState
  readonly destinations: readonly Destination[]
}

function round(before: Standing, { file, destinations }: MadeConfigMap) {
  const { state, error, using } = syncAgent(before.agent, file, FLAGS)
  const standing = error === null ? { agent: state, destinations } : before
  return { standing, error, using }
}

/** Of a text that was replaced. */
const withoutPlaces = ({ agent, destinations }: Standing): Standing => ({
  agent,
  destinations: destinations.map((each) => ({ ...each, place: null })),
})

interface Outcome {
  /** Where nothing is refused. */
  readonly state: ConfigReport['state']
  readonly standing: Standing
  readonly read: PoliciesRead
  /** Null where no controller runs. */
  readonly made: MadeConfigMap | null
  readonly using: string | null
}

const NO_CONTROLLER = { made: null, using: null }

const unpoliced = (agent: AgentState): Standing => ({ agent, destinations: [] })

function installed({ topology, settings }: ClusterFacts, outcome: Outcome): Installed {
  const { standing, read, made } = outcome
  const ignored: AutopilotNote = 'flag-ignored'
  const { agent, destinations } = standing
  const nat4 = agent.nat4 ? explained(agent.nat4, destinations) : emptyNat(4)
  const node: NodeInstalled = {
    rules: { nat4, nat6: emptyNat(6), sets: [] },
    silence: 'no-rule',
    writer: 'agent',
    assumptions: [
      ...read.assumptions,
      ...(made === null ? [] : ['config-map-shape']),
      ...(topology.services.length === 0 ? [] : ['services-by-kube-proxy']),
    ],
    printouts: made === null ? [] : printouts(read.policies, made),
  }
  return {
    nodes: new Map(topology.nodes.map(({ name }) => [name, node])),
    agent: { runs: true, why: 'always' },
    config: {
      ...report(outcome),
      notes: [
        ...read.notes,
        ...(settings.disableDefaultSnat ? [{ code: ignored, line: null, params: {} }] : []),
      ],
    },
    masqLinkLocalInText: false,
  }
}

function report({ state, standing, read, using }: Outcome): Omit<ConfigReport, 'notes'> {
  const { destinations, agent } = standing
  const ranges = destinations.length > 0 ? destinations : (agent.config?.ranges ?? [])
  const own = read.policies.some(({ madeBy }) => madeBy === 'manifest')
  return {
    state: read.error === null ? state : 'refused',
    error: read.error,
    using,
    ranges: ranges.map(({ text, place }) => ({ cidr: text, line: place?.line ?? null })),
    rangesAreDefaults: !own,
    masqLinkLocal: false,
  }
}

/** The agent's rules, each range with the policy that it comes from; no place is one of the file that was made. */
function explained(table: NatTable, destinations: readonly Destination[]): NatTable {
  const waiting = [...destinations]
  const explain = (rule: Rule): Rule => {
    if (!rule.origin) return rule
    const { place, ...origin } = rule.origin
    const destination = origin.code === 'agent-configured-range' ? waiting.shift() : undefined
    return { ...rule, origin: destination ? originOf(destination) : origin }
  }
  const chains = table.chains.map((chain) => ({ ...chain, rules: chain.rules.map(explain) }))
  return { ...table, chains }
}

function originOf({ policy, place }: Destination): Origin {
  const code = originCode(policy)
  const keeps = code === 'own-policy' ? 'configured-range' : 'default-range'
  return place === null ? { code, keeps } : { code, keeps, place }
}

function originCode({ madeBy, name }: Policy): PolicyOrigin {
  if (madeBy === 'manifest') return 'own-policy'
  return name === DEFAULT_NAME ? 'default-policy' : 'managed-policy'
}
