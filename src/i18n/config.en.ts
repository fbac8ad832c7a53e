import type { ConfigText } from './messages.ts'
import { param } from './param.ts'
import { cidr, code, say } from './sentence.ts'

export const configEn: ConfigText = {
  states: {
    absent: say`No ConfigMap is applied: an agent, where one runs, keeps to its default ranges.`,
    accepted: say`The agent has accepted this ConfigMap.`,
    refused: say`This ConfigMap is refused: the rules written before stay in force.`,
    unread: say`No ip-masq-agent runs, so nobody reads this ConfigMap.`,
  },
  refusedBy: {
    kubectl: say`${code('kubectl')} refuses the manifest:`,
    agent: say`${code('ip-masq-agent')} refuses the configuration:`,
    'iptables-restore': say`${code('iptables-restore')} refuses the rules that the agent wrote from it:`,
  },
  notes: {
    'key-in-other-case': (n) =>
      say`${code(param(n, 'key'))} is accepted as ${code(param(n, 'name'))}: the agent does not tell upper from lower case.`,
    'unknown-key-ignored': (n) =>
      say`The agent knows no key ${code(param(n, 'key'))} and ignores it without a word.`,
    'manifest-inside-value': (n) =>
      say`The value holds keys of a manifest: ${code(param(n, 'keys'))}. The agent knows none of them, reports no error and runs on its defaults.`,
    'wrong-name': (n) =>
      param(n, 'found') === ''
        ? say`The agent looks for the ${code(param(n, 'what'))} ${code(param(n, 'expected'))} and finds none: nobody reads this ConfigMap, and the defaults hold.`
        : say`The ${code(param(n, 'what'))} is ${code(param(n, 'found'))}, but the agent reads only ${code(param(n, 'expected'))}: nobody reads this ConfigMap, and the defaults hold.`,
    'wrong-name-beside': (n) =>
      say`Nobody reads this ConfigMap: its ${code(param(n, 'what'))} is ${code(param(n, 'found'))}, and the agent goes on reading ${code(param(n, 'expected'))}, which is applied as well. Renaming leaves the old one in the cluster.`,
    'list-empty': () => say`The list is empty: every destination except link-local is masqueraded.`,
    'pod-range-not-kept': (n) =>
      say`The Pod range ${cidr(param(n, 'range'))} is not kept: packets between Pods, and those from outside to a Pod, arrive with a node’s address.`,
    'duplicate-range': (n) =>
      say`${cidr(param(n, 'range'))} is listed twice; the second time changes nothing.`,
    'covered-by-earlier-range': (n) =>
      say`${cidr(param(n, 'range'))} already lies in ${cidr(param(n, 'by'))}, so this line changes nothing.`,
    'only-first-document-read': () =>
      say`The agent reads only the first YAML document; what follows ${code('---')} is ignored.`,
  },
}
