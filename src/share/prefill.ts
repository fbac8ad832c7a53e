import type { NonEmpty } from '../net/result.ts'
import { readDestination } from '../scenario/read-destination.ts'
import type { FlowSpec, ScenarioState } from '../scenario/state.ts'
import { withStudiedCluster } from '../scenario/studied-cluster.ts'
import type { LinkIssue } from './link-issue.ts'
import { type LinkView, readScreen } from './link-view.ts'

/** `key=value` first: the form that people and other tools write by hand. */
export const isPrefill = (text: string): boolean => /^[a-z]+=/.test(text)

/**
 * `to=10.2.1.100:443&from=pod-a&snat=off` on top of a built-in scenario. What cannot be read is left
 * out and told; `README.md` lists the keys.
 */
export function readPrefill(
  text: string,
  builtins: NonEmpty<ScenarioState>,
): { readonly view: LinkView; readonly issues: readonly LinkIssue[] } {
  const reading: Reading = { state: builtins[0], screen: {}, lost: [] }
  const pairs = new Map(new URLSearchParams(text))
  const wanted = pairs.get('scenario')
  if (wanted !== undefined) chooseScenario(reading, wanted, builtins)
  for (const [key, take] of Object.entries(KEYS)) {
    const value = pairs.get(key)
    if (value === undefined) continue
    if (value.length > LONGEST_VALUE || !take(reading, value)) reading.lost.push(key)
  }
  for (const key of pairs.keys()) {
    if (key !== 'scenario' && !Object.hasOwn(KEYS, key)) reading.lost.push(key)
  }
  const { screen, lost } = readScreen(reading.screen)
  const paths = [...reading.lost, ...lost]
  return {
    view: { state: named(reading.state), ...screen },
    issues: paths.map((path) => ({ code: 'invalid', path: path.slice(0, 40), salvaged: true })),
  }
}

interface Reading {
  state: ScenarioState
  readonly screen: Record<string, unknown>
  readonly lost: string[]
}

const LONGEST_VALUE = 2000

/** Takes a value, or answers false. A destination comes before the port that may stand beside it. */
const KEYS: Readonly<Record<string, (reading: Reading, value: string) => boolean>> = {
  from: (reading, from) => withFlow(reading, { from }),
  to: (reading, to) => withFlow(reading, { port: undefined, ...readDestination(to) }),
  protocol(reading, value) {
    const protocol = PROTOCOLS.find((known) => known === value)
    return protocol !== undefined && withFlow(reading, { protocol })
  },
  port: (reading, value) => whole(value, (port) => withFlow(reading, { port })),
  sport: (reading, value) => whole(value, (sourcePort) => withFlow(reading, { sourcePort })),
  snat: (reading, value) => onOrOff(value, (on) => setSnat(reading, on)),
  config: (reading, value) => onOrOff(value, (on) => setConfig(reading, on)),
  hop: (reading, value) => whole(value, (hop) => onScreen(reading, { hop })),
  step: (reading, value) => whole(value, (step) => onScreen(reading, { step })),
  tab: (reading, tab) => onScreen(reading, { tab }),
  lang: (reading, language) => onScreen(reading, { language }),
  theme: (reading, theme) => onScreen(reading, { theme }),
  probe: (reading, spots) => onScreen(reading, { probes: spots.split(';') }),
}

const PROTOCOLS = ['tcp', 'udp', 'icmp', 'sctp'] as const

function chooseScenario(reading: Reading, name: string, builtins: NonEmpty<ScenarioState>): void {
  const found = builtins.find(({ document }) => document.metadata.name === name)
  if (found) reading.state = found
  else reading.lost.push('scenario')
}

function withFlow(reading: Reading, change: Partial<FlowSpec>): boolean {
  reading.state = { ...reading.state, flow: { ...reading.state.flow, ...change } }
  return true
}

function setSnat(reading: Reading, on: boolean): void {
  const { document } = reading.state
  const changed = withStudiedCluster(document, { disableDefaultSnat: !on })
  reading.state = { ...reading.state, document: changed }
}

function setConfig(reading: Reading, applied: boolean): void {
  const { manifests } = reading.state
  const inForce = applied ? manifests.inForce : null
  reading.state = { ...reading.state, manifests: { ...manifests, applied, inForce } }
}

function onScreen(reading: Reading, change: Record<string, unknown>): boolean {
  Object.assign(reading.screen, change)
  return true
}

function onOrOff(value: string, take: (on: boolean) => void): boolean {
  if (value !== 'on' && value !== 'off') return false
  take(value === 'on')
  return true
}

const whole = (value: string, take: (number: number) => boolean): boolean =>
  /^\d{1,9}$/.test(value) && take(Number(value))

/** A flow of the scenario keeps its name; one that was made up here has one of its own. */
function named({ flow: made, ...state }: ScenarioState): ScenarioState {
  const { document } = state
  const { port, ...portless } = made
  const flow: FlowSpec = made.protocol === 'icmp' || port === undefined ? portless : made
  const same = document.flows.find(
    (known) =>
      known.from === flow.from &&
      known.to === flow.to &&
      known.protocol === flow.protocol &&
      known.port === flow.port &&
      known.sourcePort === flow.sourcePort,
  )
  return { ...state, flow: { ...flow, name: same?.name ?? 'link' } }
}
