import { err, ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import type { Issue } from '../../issue.ts'
import { freeAddress } from '../ranges/free-address.ts'
import { addressesInUse, shareAround } from '../ranges/in-use.ts'
import { mapAddresses } from '../ranges/map-addresses.ts'
import { addressText, holds, type Span, spanOf, spansOf } from '../ranges/span.ts'
import { noFreeAddress } from '../refused.ts'

/** Things with addresses that nobody has: where somebody does, the next free one of the same zone. */
export function withFreshAddresses(
  document: ScenarioDocument,
  among: ScenarioDocument,
): Result<ScenarioDocument, Issue> {
  const inUse = new Set(addressesInUse(among))
  const zones = [...zonesIn(document), ...zonesIn(among)]
  let full: Issue | null = null
  const fresh = mapAddresses(document, (text) => {
    const span = spanOf(text)
    if (!span) return text
    const own = addressText(span.family, span.lo)
    const free = inUse.has(own) ? nextIn(zoneOf(zones, span, text), inUse) : text
    if (free === null) full ??= noFreeAddress(text, [shareAround(text)])
    inUse.add(free ?? own)
    return free ?? text
  })
  return full ? err(full) : ok(fresh)
}

interface AddressZone {
  readonly span: Span
  /** As in a subnet: addresses at its end that are nobody's. */
  readonly kept: number
}

const nextIn = ({ span, kept }: AddressZone, inUse: ReadonlySet<string>): string | null =>
  freeAddress(span, inUse, kept)

function zonesIn({ vpcs, clusters, nodes, onPrem }: ScenarioDocument): readonly AddressZone[] {
  const zones = (texts: readonly (string | undefined)[], kept = 0) =>
    spansOf(texts).map((span) => ({ span, kept }))
  return [
    ...zones(
      vpcs.flatMap(({ subnets }) => subnets.flatMap(({ range, range6 }) => [range, range6])),
      1,
    ),
    ...zones(nodes.flatMap(({ podRange, podRange6 }) => [podRange, podRange6])),
    ...zones(clusters.map(({ serviceRange }) => serviceRange)),
    ...zones(onPrem.flatMap(({ ranges }) => ranges)),
  ]
}

/** The narrowest zone that holds it, else its neighbours. */
function zoneOf(zones: readonly AddressZone[], span: Span, text: string): AddressZone {
  const size = (each: AddressZone) => each.span.hi - each.span.lo
  const around = zones.filter((zone) => holds(zone.span, span))
  const narrowest = around.reduce<AddressZone | null>(
    (best, zone) => (best === null || size(zone) < size(best) ? zone : best),
    null,
  )
  return narrowest ?? { span: spanOf(shareAround(text)) ?? span, kept: 0 }
}
