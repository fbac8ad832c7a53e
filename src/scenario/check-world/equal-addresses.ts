import { formatAddress } from '../../net/address.ts'
import type { ScenarioDocument } from '../document.ts'
import { issueAt } from '../field-reader.ts'
import type { Issue } from '../issue.ts'
import { addressIn, firstVpc, onPremOf, peersOf, vpcOfCluster } from './written-world.ts'

/** Two machines of one address in networks that see each other: packets reach one of them only. */
export function equalAddresses(document: ScenarioDocument): readonly Issue[] {
  const sees = sightOf(document)
  const byAddress = new Map<string, AddressAt[]>()
  for (const each of addressesOf(document)) {
    const group = byAddress.get(each.address)
    if (group) group.push(each)
    else byAddress.set(each.address, [each])
  }
  return [...byAddress.values()].flatMap((group) =>
    group.flatMap(({ path, network, address, name }, i) => {
      const first = group.slice(0, i).find((other) => sees(network, other.network))
      return first ? [issueAt('same-address', path, { name, address, other: first.name })] : []
    }),
  )
}

interface AddressAt {
  readonly path: string
  readonly name: string
  readonly address: string
  /** `internet` for what is reached from there. */
  readonly network: string
}

function addressesOf(document: ScenarioDocument): readonly AddressAt[] {
  const { nodes, pods, endpoints, cloudNats = [] } = document
  const homes = new Map(nodes.map(({ name, cluster }) => [name, vpcOfCluster(document, cluster)]))
  const at = (
    path: string,
    { name, network, text }: { name: string; network: string; text: string | undefined },
  ): readonly AddressAt[] => {
    const address = addressIn(text)
    return address ? [{ path, name, network, address: formatAddress(address) }] : []
  }
  return [
    ...nodes.flatMap((node, i) => [
      ...(['address', 'address6', 'externalAddress'] as const).flatMap((field) =>
        at(`nodes.${i}.${field}`, {
          name: node.name,
          network: field === 'externalAddress' ? 'internet' : (homes.get(node.name) ?? ''),
          text: node[field],
        }),
      ),
    ]),
    ...pods.flatMap(({ name, node, addresses, hostNetwork }, i) =>
      hostNetwork
        ? []
        : addresses.flatMap((text, j) =>
            at(`pods.${i}.addresses.${j}`, { name, network: homes.get(node) ?? '', text }),
          ),
    ),
    ...endpoints.flatMap(({ name, at: network, address, externalAddress }, i) => [
      ...at(`endpoints.${i}.address`, { name, network, text: address }),
      ...at(`endpoints.${i}.externalAddress`, {
        name,
        network: 'internet',
        text: externalAddress,
      }),
    ]),
    ...cloudNats.flatMap(({ name, addresses }, i) =>
      addresses.flatMap((text, j) =>
        at(`cloudNats.${i}.addresses.${j}`, { name, network: 'internet', text }),
      ),
    ),
  ]
}

/** Do machines of the one network reach those of the other by their own addresses? */
function sightOf(document: ScenarioDocument): (one: string, other: string) => boolean {
  const joined = new Set(
    document.vpcs.flatMap(({ name }) =>
      [...peersOf(document, name), ...onPremOf(document, name)].flatMap((other) => [
        `${name} ${other}`,
        `${other} ${name}`,
      ]),
    ),
  )
  const first = firstVpc(document)
  return (one, other) => one === other || joined.has(`${one || first} ${other || first}`)
}
