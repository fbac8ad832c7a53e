import type { Address } from '../net/address.ts'
import { invariant } from '../net/invariant.ts'
import { bindDestination, bindSource, exactly } from './binding.ts'
import type { Pass } from './pass.ts'
import type { Hook, Target } from './rule.ts'
import { masqueradeAddress, redirectAddress } from './source-address.ts'
import type { RewritingTarget } from './trace.ts'

export type RewriteTarget = Extract<
  Target,
  { kind: 'masquerade' | 'snat' | 'dnat' | 'redirect' | 'netmap' }
>

export const TARGET_NAME: Readonly<Record<RewriteTarget['kind'], RewritingTarget>> = {
  masquerade: 'MASQUERADE',
  snat: 'SNAT',
  dnat: 'DNAT',
  redirect: 'REDIRECT',
  netmap: 'NETMAP',
}

/**
 * Applies a rewriting target, which binds the flow for good. False where the kernel drops the packet
 * because there is no address to give it.
 */
export function rewrite(target: RewriteTarget, pass: Pass, hook: Hook): boolean {
  const early = hook === 'PREROUTING' || hook === 'OUTPUT'
  switch (target.kind) {
    case 'masquerade': {
      invariant(hook === 'POSTROUTING', 'MASQUERADE stands in POSTROUTING only')
      const { node, outDevice, nextHop, dst } = pass
      const address = masqueradeAddress(node.network, outDevice, nextHop ?? dst, dst)
      if (address) bindSource(pass, { ...target, to: exactly(address), persistent: false })
      return address !== null
    }
    case 'snat':
      invariant(!early, 'SNAT stands in POSTROUTING and INPUT only')
      bindSource(pass, { ...target, to: target.to ?? null })
      return true
    case 'dnat':
      invariant(early, 'DNAT stands in PREROUTING and OUTPUT only')
      bindDestination(pass, { ...target, to: target.to ?? null })
      return true
    case 'redirect': {
      invariant(early, 'REDIRECT stands in PREROUTING and OUTPUT only')
      const dev = hook === 'OUTPUT' ? null : pass.inDevice
      const address = redirectAddress(pass.node.network, dev, pass.dst)
      if (address) bindDestination(pass, { ...target, to: exactly(address), persistent: false })
      return address !== null
    }
    case 'netmap': {
      const bind = early ? bindDestination : bindSource
      const to = exactly(mapped(early ? pass.dst : pass.src, target))
      bind(pass, { to, persistent: false, random: false, fullyRandom: false })
      return true
    }
  }
}

/** The network part of the target, the host part of the address. */
function mapped(
  { family, words }: Address,
  { address, mask }: { readonly address: Address; readonly mask: readonly number[] },
): Address {
  return {
    family,
    words: words.map((word, i) => {
      const bits = mask[i] ?? 0
      return ((word & ~bits) | ((address.words[i] ?? 0) & bits)) >>> 0
    }),
  }
}
