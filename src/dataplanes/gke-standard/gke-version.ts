import { CURRENT_APIS, OLD_APIS, type ServedApis } from '../ip-masq-agent/refuse-daemon-set.ts'
import { compareVersions } from '../ip-masq-agent/version.ts'

/** What a version of GKE makes a difference to. */
export interface GkeVersion {
  /** Of before 1.14.1-gke.14, whose defaults kept less. */
  readonly old: boolean
  /** False: the text is no version, and is taken for a current one. */
  readonly readable: boolean
  readonly apis: ServedApis
}

/** `1.14.1-gke.14`, `1.29`; null or nothing: a current one. */
export function readGkeVersion(text: string | null): GkeVersion {
  const [, version, gke] = /^v?(\d+\.\d+(?:\.\d+)?)(?:-gke\.(\d+))?/.exec(text ?? '') ?? []
  if (version === undefined)
    return { old: false, readable: (text ?? '') === '', apis: CURRENT_APIS }
  const [major = '0', minor = '0', patch = '0'] = version.split('.')
  const whole = [major, minor, patch, gke ?? '0'].join('.')
  return {
    old: compareVersions(whole, '1.14.1.14') < 0,
    readable: true,
    apis: compareVersions(version, '1.16') < 0 ? OLD_APIS : CURRENT_APIS,
  }
}
