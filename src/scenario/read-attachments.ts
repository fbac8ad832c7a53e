import type { Attachment, OnPremNetwork, Vpc } from '../topology/network.ts'
import { namedRanges, rangeNames } from './named-ranges.ts'
import { homeVpc, namesOf, type Reading } from './read-clusters.ts'

/** One to a network that is not there is kept: what it has learned leads to where nobody knows on. */
export const readAttachments = (
  reading: Reading,
  { vpcs, onPrem }: { readonly vpcs: readonly Vpc[]; readonly onPrem: readonly OnPremNetwork[] },
): readonly Attachment[] =>
  reading.entries('attachments', reading.document.attachments).map(({ written, path }) => {
    const { read } = reading
    const { name, kind, router, region = null, advertises, learns, to } = written
    const vpc = homeVpc(reading, written.vpc, `${path}.vpc`)
    const own = vpcs.find((each) => each.name === vpc)
    const far = onPrem.find((network) => network.name === to)
    read.known(`${path}.to`, to, namesOf(onPrem))
    return {
      name,
      kind,
      router,
      to,
      vpc,
      region,
      advertiseMode: advertises ? 'custom' : 'default',
      advertises: advertises
        ? namedRanges(
            read,
            `${path}.advertises`,
            advertises,
            own?.subnets ?? [],
            rangeNames(reading.document, vpc),
          )
        : advertisedByDefault(own, region),
      learns: learns ? read.ranges(`${path}.learns`, learns) : (far?.ranges ?? []),
    }
  })

/**
 * All subnet routes, secondary ranges among them; of the router's own region where dynamic routing is
 * regional. Source: Google Cloud, "Cloud Router: advertised routes" and "dynamic routing mode".
 */
const advertisedByDefault = (
  vpc: Vpc | undefined,
  region: string | null,
): Attachment['advertises'] =>
  (vpc?.subnets ?? [])
    .filter(
      (subnet) =>
        vpc?.dynamicRouting === 'global' ||
        region === null ||
        subnet.region === null ||
        subnet.region === region,
    )
    .flatMap(({ range, range6, secondary }) => [
      range,
      ...(range6 ? [range6] : []),
      ...secondary.map((each) => each.range),
    ])
