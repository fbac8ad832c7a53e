import type { Located } from '../../golang/json/value.ts'
import { memberOf, textAt } from '../manifests/json-path.ts'

/** Of a manifest. */
export interface Head {
  readonly kind: string
  /** Its `apiVersion`. */
  readonly group: string
  readonly name: string
}

/**
 * Calico's version where a document tells it: `ClusterInformation` as calico-node keeps it, what the
 * operator writes into `Installation`, or the tag of the DaemonSet's image.
 */
export function versionIn(
  root: Located,
  { kind, group }: Head,
): { readonly text: string; readonly offset: number } | null {
  if (kind === 'ClusterInformation' && group.includes('projectcalico.org')) {
    return placed(root, ['spec', 'calicoVersion'])
  }
  if (kind === 'Installation' && group.startsWith('operator.tigera.io/')) {
    return placed(root, ['status', 'calicoVersion'])
  }
  return kind === 'DaemonSet' ? imageTag(root) : null
}

function placed(root: Located, path: readonly string[]) {
  const text = textAt(root, path)
  return text === null ? null : { text, offset: at(root, path)?.start ?? root.start }
}

function imageTag(root: Located) {
  const containers = at(root, ['spec', 'template', 'spec', 'containers'])?.value
  if (containers?.kind !== 'array') return null
  for (const container of containers.items) {
    const image = textAt(container, ['image']) ?? ''
    const tag = /(?:^|\/)calico\/node:([\w.-]+)/.exec(image)?.[1]
    if (tag) return { text: tag, offset: memberOf(container, 'image')?.at.start ?? container.start }
  }
  return null
}

function at(root: Located, path: readonly string[]): Located | null {
  let found: Located | null = root
  for (const key of path) found = found === null ? null : (memberOf(found, key)?.at ?? null)
  return found
}
