import type { Source } from '../source.ts'
import type { AutopilotAssumption, AutopilotNote, AutopilotOrigin } from './codes.ts'

const concepts = (what: string): Source => ({
  grade: 'documented',
  where: 'Google Cloud: IP masquerade agent',
  what,
  version: '2024',
})
const howTo = (what: string): Source => ({
  grade: 'documented',
  where: 'Google Cloud: Use Egress NAT Policy to configure IP masquerade in Autopilot clusters',
  what,
  version: '2024',
})
const agent: Source = {
  grade: 'source',
  where: 'kubernetes-sigs/ip-masq-agent',
  what: 'cmd/ip-masq-agent/ip-masq-agent.go, syncMasqRules',
  version: 'v2.12.6',
}
const supposed = (what: string): Source => ({ ...concepts(what), grade: 'unverified' })
const inferred = (what: string): Source => ({ ...concepts(what), grade: 'inferred' })

type Coded = Exclude<AutopilotOrigin, `${string}@line`> | AutopilotNote | AutopilotAssumption

export const sources: Readonly<Record<Coded, Source>> = {
  'agent-jump': agent,
  'agent-link-local': concepts('Link-local masquerading: Autopilot always keeps the source'),
  'agent-default-range': agent,
  'agent-masquerade': agent,
  'default-policy': concepts('Auto-generated policies: default policy'),
  'own-policy': concepts('Effects of the Egress NAT policy with Autopilot clusters'),
  'managed-policy': concepts('Auto-generated policies: GKE-managed policy'),
  'managed-fixed': concepts('Auto-generated policies: GKE-managed policies cannot be edited'),
  described: {
    grade: 'source',
    where: 'kubernetes/kubernetes',
    what: 'staging/src/k8s.io/kubectl/pkg/describe/describe.go, printUnstructuredContent',
    version: 'v1.28',
  },
  mendable: concepts('Tables of the page, in extracted text'),
  'default-not-in-text': howTo('Editing and creating policies; deleting a policy that was created'),
  'default-empty': howTo('Editing the default policy'),
  'policy-empty': inferred('Effects of the Egress NAT policy with Autopilot clusters'),
  'foreign-action': concepts('Autopilot clusters: only NoSNAT is named'),
  'foreign-field': {
    grade: 'documented',
    where: 'Google Cloud: Configure an egress NAT gateway (Google Distributed Cloud)',
    what: 'Fields of the policy of that product',
    version: '1.14',
  },
  'other-product': {
    grade: 'source',
    where: 'cilium/cilium',
    what: 'pkg/k8s/apis/cilium.io/v2alpha1: CiliumEgressNATPolicy',
    version: 'v1.11',
  },
  'config-map-overwritten': concepts('The controller translates policies into the ConfigMap'),
  'flag-ignored': concepts('Effect of the --disable-default-snat flag: none on Autopilot'),
  'cluster-too-old': concepts('IP masquerading for Autopilot clusters: required versions'),
  'server-words': {
    grade: 'unverified',
    where: 'kubernetes/kubernetes',
    what: 'apimachinery/pkg/util/validation/field, kube-openapi/pkg/validation: for any resource',
    version: 'v1.28',
  },
  'union-of-policies': inferred('Autopilot clusters: both policies apply'),
  'default-stays': supposed('Auto-generated policies'),
  'limits-of-the-agent': inferred('The controller translates policies into the ConfigMap'),
  'services-by-kube-proxy': inferred('Dataplane V2: the agent decides behind it as without it'),
  'config-map-shape': supposed('The controller translates policies into the ConfigMap'),
}
