import { formatAddress, sameAddress } from '../../../net/address.ts'
import { place } from '../../place.ts'
import type { Standing } from '../travel.ts'
import { undoAnywhere } from './memory.ts'
import { answered, lost, type Return, type ReturnEnd } from './return-trip.ts'

/** The answer on the internet: to whoever holds the address that it goes to. */
export function returnOnInternet(back: Return): Standing | ReturnEnd {
  const { journal, memory, sender } = back
  const { dst } = journal.moving()
  const turned = undoAnywhere(back)
  if (turned) return turned
  const isHome = sender.kind === 'endpoint' && sender.endpoint.at === 'internet'
  if (isHome && sameAddress(sender.address, dst)) return answered(back)
  const gateway = memory.gateways.findLast(({ src }) => sameAddress(src, dst))
  if (gateway) return { in: 'vpc', vpc: gateway.vpc, from: { kind: 'internet' } }
  return lost(back, place.internet, { code: 'dropped-not-public', dst: formatAddress(dst) })
}
