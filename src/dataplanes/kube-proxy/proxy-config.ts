import type { Located } from '../../golang/json/value.ts'
import { readYamlOrJson } from '../../golang/read-yaml-or-json.ts'
import { type Cidr, parseCidr } from '../../net/cidr.ts'
import { appliedDocuments } from '../manifests/documents.ts'
import { memberOf, textAt } from '../manifests/json-path.ts'

/** What of kube-proxy's configuration changes its rules. */
export interface ProxyConfig {
  readonly masqueradeAll: boolean
  /** Null: the cluster's Pod ranges, with which clusters are set up. */
  readonly clusterRanges: readonly Cidr[] | null
  /** The mark of what is to be masqueraded. */
  readonly markBit: number
}

/** Source: kubernetes v1.31, pkg/proxy/apis/config/v1alpha1/defaults.go. */
export const DEFAULT_PROXY: ProxyConfig = {
  masqueradeAll: false,
  clusterRanges: null,
  markBit: 1 << 14,
}

/**
 * The `KubeProxyConfiguration` of a stream: a document of its own, or what a ConfigMap `kube-proxy`
 * holds under `config.conf`, as kubeadm writes it. Whatever cannot be read there leaves the default.
 */
export function readProxyConfig(text: string): ProxyConfig {
  for (const document of appliedDocuments(text)) {
    const read = readYamlOrJson(document.text)
    if (!read.ok) continue
    const { root } = read.value
    if (textAt(root, ['kind']) === 'KubeProxyConfiguration') return configIn(root)
    if (textAt(root, ['kind']) !== 'ConfigMap') continue
    if (textAt(root, ['metadata', 'name']) !== 'kube-proxy') continue
    const inner = readYamlOrJson(textAt(root, ['data', 'config.conf']) ?? '')
    if (inner.ok) return configIn(inner.value.root)
  }
  return DEFAULT_PROXY
}

function configIn(root: Located): ProxyConfig {
  const iptables = memberOf(root, 'iptables')?.at
  const all = iptables && memberOf(iptables, 'masqueradeAll')?.at.value
  const bit = iptables && memberOf(iptables, 'masqueradeBit')?.at.value
  const shift = bit?.kind === 'number' ? Number(bit.text) : 14
  return {
    masqueradeAll: all?.kind === 'bool' && all.value,
    clusterRanges: rangesIn(textAt(root, ['clusterCIDR']) ?? ''),
    markBit: Number.isInteger(shift) && shift >= 0 && shift < 32 ? (1 << shift) >>> 0 : 1 << 14,
  }
}

function rangesIn(text: string): readonly Cidr[] | null {
  const ranges = text.split(',').flatMap((each) => {
    const read = parseCidr(each.trim())
    return read.ok ? [read.value] : []
  })
  return ranges.length === 0 ? null : ranges
}
