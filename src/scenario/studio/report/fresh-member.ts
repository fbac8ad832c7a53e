import type { ScenarioDocument } from '../../document.ts'
import { freeName } from '../document/free-name.ts'
import { newRange } from '../ranges/pools.ts'

type Fresh = (document: ScenarioDocument, held: readonly { readonly name?: string }[]) => unknown

const named =
  (stem: string, others: object): Fresh =>
  (_, held) => ({ name: nextName(held, stem), ...others })

/** One more of a list of objects, as `set` puts it there; of an optional object the object. */
const FRESH: Readonly<Record<string, Fresh>> = {
  'vpc.routes': named('route', { to: '', nextHop: 'default-internet-gateway' }),
  'vpc.firewall': named('rule', { direction: 'ingress', action: 'allow', ranges: [] }),
  'vpc.firewall.services': () => ({ protocol: 'tcp' }),
  'subnet.secondaryRanges': (document, held) => {
    const range = newRange(document, 'pods', 20)
    return { name: nextName(held, 'range'), range: range.ok ? range.value : '' }
  },
  'node.interfaces': (_, held) => ({ name: `eth${held.length + 1}`, addresses: [] }),
  'node.routes': () => ({ to: '', dev: 'eth0' }),
  'node.bootedWith': () => ({ disableDefaultSnat: false }),
  'service.ports': (_, held) => ({ name: nextName(held, 'port'), port: 80 }),
  'on-prem.routes': () => ({ to: '', via: 'discard' }),
  'endpoint.forwards': () => ({}),
}

export const freshMember = (
  document: ScenarioDocument,
  kind: string,
  key: string,
  held: readonly { readonly name?: string }[],
): unknown => FRESH[`${kind}.${key}`]?.(document, held)

const nextName = (held: readonly { readonly name?: string }[], stem: string): string =>
  freeName(new Set(held.flatMap(({ name }) => name ?? [])), held.at(-1)?.name, stem)
