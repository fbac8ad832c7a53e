import type { Address } from '../../net/address.ts'
import { type Cidr, cidrContains, formatCidr } from '../../net/cidr.ts'
import type { ScenarioDocument } from '../document.ts'
import { issueAt } from '../field-reader.ts'
import type { Issue } from '../issue.ts'
import { firstVpc, rangeIn, rangesAt, subnetRanges } from './written-world.ts'

/** Routes that hand a packet round in a circle, told once each, from hop to hop. */
export function routeCycles(document: ScenarioDocument): readonly Issue[] {
  const told = new Set<string>()
  return startsIn(document).flatMap(({ path, range, step }) => {
    const hops = circle(document, step, range.base)
    const circular = hops.length > 0
    const key = [...new Set(hops)].sort().join(' ')
    if (!circular || told.has(key)) return []
    told.add(key)
    return [issueAt('route-cycle', path, { range: formatCidr(range), hops: hops.join(' → ') })]
  })
}

/** A packet that stands in a network, as one of its machines sends it: routes with tags are for some only. */
interface Standing {
  readonly network: string
  readonly tags: readonly string[]
}

/** The route that takes it on: the name of the hop, and where the packet stands then. */
interface Step {
  readonly hop: string
  readonly from: string
  readonly next: Standing | null
}

interface Start {
  readonly path: string
  readonly range: Cidr
  readonly step: Step
}

/** Every route that is written down: static ones of VPCs, and static ones of on-prem networks. */
function startsIn(document: ScenarioDocument): readonly Start[] {
  const ofVpcs = document.vpcs.flatMap((vpc, i) =>
    (vpc.routes ?? []).flatMap((route, j): readonly Start[] => {
      const range = rangeIn(route.to)
      if (!range) return []
      const step = staticStep(document, vpc.name, route)
      return [{ path: `vpcs.${i}.routes.${j}`, range, step }]
    }),
  )
  const ofOnPrem = document.onPrem.flatMap(({ name, routes = [] }, i) =>
    routes.flatMap(({ to, via }, j): readonly Start[] => {
      const range = rangeIn(to)
      if (!range) return []
      const step = attachmentStep(document, name, via)
      return [{ path: `onPrem.${i}.routes.${j}`, range, step }]
    }),
  )
  return [...ofVpcs, ...ofOnPrem]
}

/** The hops of the circle that begins with this step; empty where the packet gets somewhere. */
function circle(document: ScenarioDocument, start: Step, dst: Address): readonly string[] {
  const hops = [start.from, start.hop]
  let standing = start.next
  for (let i = 0; standing && i < MOST_HOPS; i += 1) {
    const step = stepFrom(document, standing, dst)
    if (!step) return []
    if (step.hop === start.hop && step.from === start.from) return [...hops, start.from]
    hops.push(step.from, step.hop)
    standing = step.next
  }
  return []
}

/** More networks than any real path crosses: a circle that the start is no part of has its own start. */
const MOST_HOPS = 32

/** Null where it has arrived, where nothing leads on, and where it leaves for the internet. */
function stepFrom(document: ScenarioDocument, standing: Standing, dst: Address): Step | null {
  const { network, tags } = standing
  const vpc = document.vpcs.find(({ name }) => name === network)
  if (vpc) return stepFromVpc(document, vpc, { dst, tags })
  const onPrem = document.onPrem.find(({ name }) => name === network)
  return onPrem ? stepFromOnPrem(document, onPrem, dst) : null
}

function stepFromVpc(
  document: ScenarioDocument,
  vpc: ScenarioDocument['vpcs'][number],
  { dst, tags }: { readonly dst: Address; readonly tags: readonly string[] },
): Step | null {
  if (subnetRanges(document, vpc.name, 'all').some(({ range }) => cidrContains(range, dst))) {
    return null
  }
  const fixed = (vpc.routes ?? [])
    .filter((route) => !route.tags || route.tags.some((tag) => tags.includes(tag)))
    .flatMap((route) => {
      const range = rangeIn(route.to)
      return range
        ? [{ range, rank: route.priority, step: staticStep(document, vpc.name, route) }]
        : []
    })
  const learned = attachmentsOf(document, vpc.name).flatMap((attachment) => {
    const step = {
      hop: attachment.name,
      from: vpc.name,
      next: { network: attachment.to, tags: [] },
    }
    return learnedBy(document, attachment).map((range) => ({ range, rank: MOST_RANK, step }))
  })
  return best([...fixed, ...learned], dst)
}

/** Static routes go before dynamic ones of the same length. Source: Google Cloud, routes overview. */
const MOST_RANK = 65536

interface Ranked {
  readonly range: Cidr
  readonly rank: number
  readonly step: Step | null
}

const best = (routes: readonly Ranked[], dst: Address): Step | null =>
  routes
    .filter(({ range }) => cidrContains(range, dst))
    .toSorted((a, b) => b.range.prefix - a.range.prefix || a.rank - b.rank)[0]?.step ?? null

function stepFromOnPrem(
  document: ScenarioDocument,
  { name, ranges, routes = [] }: ScenarioDocument['onPrem'][number],
  dst: Address,
): Step | null {
  const fixed = routes.flatMap(({ to, via }) => {
    const range = rangeIn(to)
    return range ? [{ range, rank: 0, step: attachmentStep(document, name, via) }] : []
  })
  const own = rangesAt('', name, ranges).map(({ range }) => ({ range, rank: 1, step: null }))
  const told = document.attachments
    .filter(({ to }) => to === name)
    .flatMap(({ name: attachment, advertises = [] }) =>
      rangesAt('', '', advertises).map(({ range }) => ({
        range,
        rank: 2,
        step: attachmentStep(document, name, attachment),
      })),
    )
  return best([...fixed, ...own, ...told], dst)
}

const attachmentsOf = (document: ScenarioDocument, vpc: string) =>
  document.attachments.filter((each) => (each.vpc ?? firstVpc(document)) === vpc)

function learnedBy(
  document: ScenarioDocument,
  { learns, to }: ScenarioDocument['attachments'][number],
): readonly Cidr[] {
  const texts = learns ?? document.onPrem.find(({ name }) => name === to)?.ranges ?? []
  return rangesAt('', '', texts).map(({ range }) => range)
}

function attachmentStep(document: ScenarioDocument, onPrem: string, via: string): Step {
  const attachment = document.attachments.find(({ name }) => name === via)
  const network = attachment && (attachment.vpc ?? firstVpc(document))
  return { hop: via, from: onPrem, next: network ? { network, tags: [] } : null }
}

function staticStep(
  document: ScenarioDocument,
  vpc: string,
  { nextHop }: NonNullable<ScenarioDocument['vpcs'][number]['routes']>[number],
): Step {
  const attachment = document.attachments.find(({ name }) => name === nextHop)
  if (attachment) return { hop: nextHop, from: vpc, next: { network: attachment.to, tags: [] } }
  const machine = document.endpoints.find(({ name }) => name === nextHop)
  const forwards = machine?.forwards
  const network = forwards && (forwards.into ?? machine.at)
  return { hop: nextHop, from: vpc, next: network ? { network, tags: machine.tags ?? [] } : null }
}
