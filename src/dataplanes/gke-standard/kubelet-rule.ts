import { emptyNat, natTable } from '../../engine/nat-table.ts'
import type { Rule, Ruleset } from '../../engine/rule.ts'
import { destinationOf } from './destination.ts'

/**
 * What kubelet writes with `--non-masquerade-cidr=10.0.0.0/8`: everything else is masqueraded,
 * link-local destinations among it.
 * Source: kubernetes/kubernetes pkg/kubelet/dockershim/network/kubenet/kubenet_linux.go.
 */
export function kubeletRule(): Ruleset {
  const { destination } = destinationOf('10.0.0.0/8')
  const rule: Rule = {
    id: 'kubelet/masquerade',
    base: destination ? { destination: { ...destination, negated: true } } : {},
    matches: [
      { kind: 'comment', text: 'kubenet: SNAT for outbound traffic from cluster' },
      { kind: 'addrtype', destination: { types: ['LOCAL'], negated: true } },
    ],
    target: { kind: 'masquerade', random: false, fullyRandom: false },
    origin: { code: 'kubelet-masquerade' },
  }
  return { nat4: natTable(4, { POSTROUTING: [rule] }, []), nat6: emptyNat(6), sets: [] }
}
