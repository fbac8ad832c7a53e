import { parseGoCidr } from '../../golang/go-cidr.ts'
import type { Located } from '../../golang/json/value.ts'
import type { Cidr } from '../../net/cidr.ts'
import { memberOf, textAt } from '../manifests/json-path.ts'
import { labelsAt } from '../manifests/label-selector.ts'
import type { CiliumOptions } from './options.ts'
import type { Resource } from './read-stream.ts'

/**
 * Ranges of pools whose Pods are not masqueraded. Source: cilium/cilium
 * Documentation/network/concepts/masquerading.rst; pkg/ipam/metadata.
 */
export const unmaskedRanges = (
  options: CiliumOptions,
  resources: readonly Resource[],
): readonly Cidr[] =>
  resources
    .filter(({ kind }) => kind === 'CiliumPodIPPool')
    .filter((pool) => isSkipped(pool, options))
    .flatMap(({ root }) => [...rangesAt(root, 'ipv4'), ...rangesAt(root, 'ipv6')])

function isSkipped({ root, name }: Resource, { onlyDefaultPool }: CiliumOptions): boolean {
  const metadata = memberOf(root, 'metadata')?.at
  const annotations = labelsAt((metadata && memberOf(metadata, 'annotations')?.at) ?? null)
  const skip = annotations.get('ipam.cilium.io/skip-masquerade')
  return skip === 'true' || (onlyDefaultPool && name !== 'default' && skip !== 'false')
}

function rangesAt(root: Located, family: 'ipv4' | 'ipv6'): readonly Cidr[] {
  const spec = memberOf(root, 'spec')?.at
  const part = spec && memberOf(spec, family)?.at
  const list = part && memberOf(part, 'cidrs')?.at.value
  const items = list?.kind === 'array' ? list.items : []
  return items.flatMap((item) => {
    const text = item.value.kind === 'string' ? item.value.value : textAt(item, ['cidr'])
    const read = parseGoCidr(text ?? '')
    return read.ok ? [read.value.network] : []
  })
}
