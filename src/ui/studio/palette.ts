import type { PaletteItem } from '../../i18n/studio-words.ts'
import type { Edit } from '../../scenario/studio/edit.ts'
import type { EndpointPreset, ThingKind } from '../../scenario/studio/thing.ts'

interface Making {
  readonly kind: ThingKind
  readonly preset?: EndpointPreset
  /** What is set apart from what a new thing of the kind is. */
  readonly also?: { readonly path: readonly string[]; readonly value: unknown }
}

/** Everything that can be put on the map, in groups as they are read. */
export const PALETTE = [
  {
    group: 'cloud',
    items: [
      'vpc',
      'subnet',
      'vm',
      'appliance',
      'psc',
      'cloud-nat',
      'metadata',
      'interconnect',
      'vpn',
      'peering',
    ],
  },
  { group: 'cluster', items: ['cluster', 'node', 'pod', 'service'] },
  { group: 'far', items: ['on-prem', 'firewall', 'on-prem-host', 'internet-host'] },
  { group: 'flows', items: ['flow'] },
] as const satisfies readonly { readonly group: string; readonly items: readonly PaletteItem[] }[]

export const PALETTE_ITEMS: readonly PaletteItem[] = PALETTE.flatMap(({ items }) => [...items])

const MAKING: Readonly<Partial<Record<PaletteItem, Making>>> = {
  vm: { kind: 'endpoint', preset: 'vm' },
  appliance: { kind: 'endpoint', preset: 'appliance' },
  psc: { kind: 'endpoint', preset: 'psc' },
  'on-prem-host': { kind: 'endpoint', preset: 'on-prem-host' },
  'internet-host': { kind: 'endpoint', preset: 'internet-host' },
  interconnect: { kind: 'attachment' },
  vpn: { kind: 'attachment', also: { path: ['kind'], value: 'vpn' } },
}

export function making(item: PaletteItem): Making {
  const made = MAKING[item]
  // What has no sorts is called as its kind is.
  return made ?? { kind: item as ThingKind }
}

export const addEdit = (
  item: PaletteItem,
  where: Pick<Edit & { readonly do: 'add' }, 'parent' | 'at'>,
): Edit & { readonly do: 'add' } => {
  const { kind, preset } = making(item)
  return { do: 'add', kind, ...(preset === undefined ? {} : { preset }), ...where }
}
