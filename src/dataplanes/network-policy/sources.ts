import type { Source } from '../source.ts'
import type { PolicyCodes } from './codes.ts'

const documentation = (what: string): Source => ({
  grade: 'documented',
  where: 'kubernetes.io, Network Policies',
  what,
  version: 'v1.31',
})

export const sources: Readonly<Record<PolicyCodes['note'], Source>> = {
  'network-policy-not-enforced': documentation('Prerequisites'),
  'network-policy-named-port': documentation('NetworkPolicyPort'),
  'network-policy-refused': {
    grade: 'source',
    where: 'kubernetes/kubernetes',
    what: 'pkg/apis/networking/validation/validation.go, ValidateIPBlock',
    version: 'v1.31',
  },
}
