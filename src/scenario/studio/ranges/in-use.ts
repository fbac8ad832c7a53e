import type { ScenarioDocument } from '../../document.ts'
import { remembered } from '../document/remembered.ts'
import { mapAddresses } from './map-addresses.ts'
import { addressText, type Span, spanOf, spansOf } from './span.ts'

/** Every address that something of the document has, in canonical text. */
export const addressesInUse = remembered(
  (document): ReadonlySet<string> =>
    new Set(spansOf(addressTextsOf(document)).map(({ family, lo }) => addressText(family, lo))),
)

/** As typed, once for each thing that has it. */
export function addressTextsOf(document: ScenarioDocument): readonly string[] {
  const { metadataServer } = document
  const texts = metadataServer === undefined ? [] : [metadataServer]
  mapAddresses(document, (text) => {
    texts.push(text)
    return text
  })
  return texts
}

/** Every range that belongs to somebody, and the addresses outside of them. */
export const rangesInUse = remembered((document): readonly Span[] => {
  const { vpcs, clusters, nodes, endpoints, onPrem } = document
  return spansOf([
    ...vpcs.flatMap(({ subnets }) =>
      subnets.flatMap(({ range, range6, secondaryRanges }) => [
        range,
        range6,
        ...secondaryRanges.map((each) => each.range),
      ]),
    ),
    ...clusters.flatMap(({ podRanges, serviceRange }) => [...podRanges, serviceRange]),
    ...nodes.flatMap(({ podRange, podRange6 }) => [podRange, podRange6]),
    ...onPrem.flatMap(({ ranges }) => ranges),
    ...endpoints.map(({ natRange }) => natRange),
    ...addressTextsOf(document),
  ])
})

/** The nodes' shares of the Pod ranges: told, or the /24 (or /120) around each Pod of one that tells none. */
export const sharesInUse = remembered(({ nodes, pods }): readonly Span[] => {
  const telling = new Set(
    nodes.flatMap(({ name, podRange, podRange6 }) => ((podRange ?? podRange6) ? [name] : [])),
  )
  return [
    ...spansOf(nodes.flatMap(({ podRange, podRange6 }) => [podRange, podRange6])),
    ...pods.flatMap(({ node, addresses }) =>
      spansOf(telling.has(node) ? addresses : addresses.map(shareAround)),
    ),
  ]
})

/** The range of 256 addresses that an address lies in. */
export function shareAround(text: string): string {
  const span = spanOf(text)
  return span ? `${addressText(span.family, span.lo)}/${span.family === 4 ? 24 : 120}` : text
}
