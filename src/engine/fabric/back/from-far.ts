import { formatAddress, sameAddress } from '../../../net/address.ts'
import type { OnPremNetwork } from '../../../topology/network.ts'
import { place } from '../../place.ts'
import type { Reason } from '../../reason.ts'
import { advertisedTo, farWay } from '../far-route.ts'
import { addressKey } from '../host.ts'
import type { Standing } from '../travel.ts'
import { answered, lost, type Return, type ReturnEnd } from './return-trip.ts'

/** The answer out of an on-prem network, which needs a route to the source that it saw. */
export function returnFromFar(back: Return, network: OnPremNetwork): Standing | ReturnEnd {
  const { fabric, journal, memory, sender, been } = back
  const { src, dst } = journal.moving()
  const at = place.onPrem(network.name)
  const told = formatAddress(dst)
  const way = farWay(fabric, network, dst, memory.attachments)
  switch (way.kind) {
    case 'own': {
      const isHome = sender.kind === 'endpoint' && sender.endpoint.at === network.name
      if (isHome && sameAddress(sender.address, dst)) return answered(back)
      return lost(back, at, { code: 'dropped-return-stays', at, src: told, range: way.range })
    }
    case 'discard':
      return lost(back, at, { code: 'dropped-route-discards', at, route: way.range, dst: told })
    case 'none': {
      const advertised = advertisedTo(fabric, network.name)
      return lost(back, at, { code: 'dropped-no-return-route', at, src: told, advertised })
    }
    case 'over': {
      const { attachment, learned, range: route, equals } = way
      const again = `${at} ${attachment.name} ${addressKey(src)} ${addressKey(dst)}`
      if (been.has(again)) return lost(back, at, { code: 'dropped-routing-loop', at, route })
      been.add(again)
      if (equals && !memory.attachments.has(attachment.name)) {
        journal.assume({ code: 'equal-routes-pick-one' })
      }
      const reason: Reason = learned
        ? { code: 'return-route', route }
        : { code: 'far-static-route', at, route, attachment: attachment.name }
      const gate = place.attachment(attachment.name)
      journal.note({ place: gate, stage: 'attachment', mood: 'passed', reason })
      return { in: 'vpc', vpc: attachment.vpc, from: { kind: 'attachment', attachment } }
    }
  }
}
