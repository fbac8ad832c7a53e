import type { WordsFor } from '../words.ts'
import type { PolicyCodes } from './codes.ts'

export const words = {
  name: 'NetworkPolicy',
  about:
    'Lets Pods receive from and send to those that it names, by the addresses that their nodes see.',
  origins: {},
  writers: {},
  agentWhy: {},
  notes: {
    'network-policy-not-enforced':
      'Nothing in this cluster enforces {names}: network policy enforcement or Dataplane V2 must be on.',
    'network-policy-named-port':
      '{name} names a port by its name, which this scenario does not tell: nothing is let through by it.',
    'network-policy-refused': 'The API server refuses NetworkPolicy {name}: {message}',
  },
  assumptions: {},
  refusedBy: {},
  settings: {},
} satisfies WordsFor<PolicyCodes>
