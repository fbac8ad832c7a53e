/**
 * Whether a cluster of this version has `EgressNATPolicy` at all; null is a current one.
 * Source: Google Cloud, "IP masquerade agent": 1.22.7-gke.1500 and 1.23.4-gke.1600 or later.
 */
export function hasPolicies(gkeVersion: string | null): boolean {
  const parts = /^v?(\d+)\.(\d+)\.(\d+)(?:-gke\.(\d+))?/.exec(gkeVersion ?? '')
  if (!parts) return true
  const [major = 0, minor = 0, patch = 0, build = 0] = parts.slice(1).map((part) => Number(part))
  if (major !== 1) return major > 1
  if (minor === 22) return patch > 7 || (patch === 7 && build >= 1500)
  return minor > 23 || (minor === 23 && (patch > 4 || (patch === 4 && build >= 1600)))
}
