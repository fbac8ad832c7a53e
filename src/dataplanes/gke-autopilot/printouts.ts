import type { Printout } from '../dataplane.ts'
import type { MadeConfigMap } from './config-map.ts'
import type { Policy } from './policy.ts'
import { printPolicy } from './print-policy.ts'

/** What `kubectl` shows of the policies and of what the controller made of them. */
export function printouts(
  policies: readonly Policy[],
  { printed }: MadeConfigMap,
): readonly Printout[] {
  const sorted = policies.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const managed = policies.filter(({ madeBy }) => madeBy === 'gke-managed')
  return [
    {
      command: 'kubectl get egressnatpolicies -o name',
      text: sorted.map(({ name }) => `egressnatpolicy.networking.gke.io/${name}\n`).join(''),
    },
    ...managed.map(({ name, ranges }) => ({
      command: `kubectl get egressnatpolicy ${name} -o yaml`,
      text: printPolicy(
        name,
        ranges.map(({ text }) => text),
      ),
    })),
    { command: 'kubectl get configmap ip-masq-agent -n kube-system -o yaml', text: printed },
  ]
}
