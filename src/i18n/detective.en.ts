import type { DetectiveWords } from './detective-words.ts'
import { param } from './param.ts'
import { address, cidr, code, listed, type Sentence, say } from './sentence.ts'

const ranges = (texts: string): Sentence => listed(texts.split(', ').map(cidr), ', ')

export const detectiveEn: DetectiveWords = {
  open: 'Why? Find fixes',
  compare: 'Compare Pod and node',
  allow: 'What must firewalls allow?',
  title: 'Why it fails, and what would help',
  close: 'Close the investigation',
  searching: 'Trying what might help…',
  notSent: 'This flow cannot be sent yet, so there is nothing to investigate.',
  fine: (o) => say`The flow succeeds: the far side sees ${address(o.seenAs.address)}.`,
  causes: 'Causes, the easiest to remove first',
  cause: {
    end: 'It ends here',
    source: 'The source it carries',
    beyond: 'Would end it next',
  },
  removedBy: (count) => (count === 1 ? 'removed by 1 fix' : `removed by ${count} fixes`),
  fixes: (count) => (count === 1 ? 'One smallest fix' : `${count} smallest fixes`),
  noFixes:
    'Nothing that was tried makes this flow succeed: something is missing that only you can draw.',
  incomplete: 'There was more to try than is tried at once: other fixes may exist.',
  apply: 'Apply',
  applyNamed: (fix) => `Apply fix ${fix}`,
  applied: 'Applied',
  undo: 'Undo this fix',
  out: 'taken out',
  in: 'put in',
  inCluster: (cluster) => say`In the cluster ${cluster}.`,
  changes: {
    'apply-manifests': () => say`Apply the ConfigMap that stands in the editor.`,
    'use-draft': () => say`Apply the scenario’s draft of the ConfigMap.`,
    'keep-range': (c) =>
      say`Add ${ranges(param(c, 'add'))} to ${code(param(c, 'option'))}: there Pods keep their address.`,
    'masquerade-range': (c) =>
      say`Take ${ranges(param(c, 'drop'))} out of ${code(param(c, 'option'))}: there Pods leave as their node.`,
    'narrow-kept-range': (c) =>
      say`Replace ${ranges(param(c, 'drop'))} in ${code(param(c, 'option'))} by what is your own of it: ${ranges(param(c, 'add'))}.`,
    'set-setting': (c) => say`Set ${code(param(c, 'option'))} to ${code(param(c, 'value'))}.`,
    'keep-by-pool': (c) =>
      say`Add a disabled ${code('IPPool')} for ${cidr(param(c, 'range'))}: what lies in a pool sees the Pod.`,
    'turn-snat-on': () => say`Turn default SNAT on.`,
    'turn-snat-off': () => say`Turn default SNAT off.`,
    'deploy-agent': () => say`Deploy ${code('ip-masq-agent')} in the cluster.`,
    'replace-node': (c) => say`Replace ${code(param(c, 'node'))}, so that the flag reaches it.`,
    'remove-manual-rule': (c) =>
      say`Remove what was typed on ${code(param(c, 'node'))}: ${code(param(c, 'rule'))}.`,
    'allow-at-firewall': (c) =>
      say`Let ${cidr(param(c, 'range'))} in at ${code(param(c, 'firewall'))}.`,
    'allow-at-endpoint': (c) =>
      say`Add ${cidr(param(c, 'range'))} to the allow-list of ${code(param(c, 'endpoint'))}.`,
    'allow-ingress': (c) =>
      say`Add the ingress rule ${code(param(c, 'rule'))} to ${code(param(c, 'vpc'))}: allow ${code(param(c, 'service'))} from ${cidr(param(c, 'range'))}.`,
    'allow-egress': (c) =>
      say`Add the egress rule ${code(param(c, 'rule'))} to ${code(param(c, 'vpc'))}: allow ${code(param(c, 'service'))} to ${cidr(param(c, 'range'))}.`,
    'allow-policy-peer': (c) =>
      say`Let ${code(param(c, 'peer'))} in by the NetworkPolicy ${code(param(c, 'policy'))}.`,
    'open-port': (c) => say`Open port ${code(param(c, 'port'))} at ${code(param(c, 'endpoint'))}.`,
    advertise: (c) =>
      say`Advertise ${cidr(param(c, 'range'))} from ${code(param(c, 'router'))} over ${code(param(c, 'attachment'))}.`,
    learn: (c) =>
      say`Have ${code(param(c, 'router'))} learn ${cidr(param(c, 'range'))} over ${code(param(c, 'attachment'))}.`,
    'route-to-attachment': (c) =>
      say`Add a static route in ${code(param(c, 'vpc'))}: ${cidr(param(c, 'range'))} by ${code(param(c, 'attachment'))}.`,
    'route-on-prem': (c) =>
      say`Add a static route in ${code(param(c, 'network'))}: ${cidr(param(c, 'range'))} by ${code(param(c, 'attachment'))}.`,
    'remove-on-prem-route': (c) =>
      say`Remove the static route of ${code(param(c, 'network'))} for ${cidr(param(c, 'range'))}, which leads to ${code(param(c, 'via'))}.`,
    'remove-route': (c) =>
      say`Remove the route ${code(param(c, 'route'))} of ${code(param(c, 'vpc'))}: it sends ${cidr(param(c, 'range'))} to ${code(param(c, 'via'))}.`,
    'default-route': (c) =>
      say`Give ${code(param(c, 'vpc'))} its default route to the internet gateway.`,
    'global-routing': (c) => say`Switch ${code(param(c, 'vpc'))} to global dynamic routing.`,
    'export-routes': (c) =>
      say`Export the custom routes of ${code(param(c, 'vpc'))} over ${code(param(c, 'peering'))} to ${code(param(c, 'other'))}.`,
    'forward-packets': (c) => say`Turn IP forwarding on at ${code(param(c, 'endpoint'))}.`,
    'cover-by-nat': (c) =>
      say`Have ${code(param(c, 'nat'))} cover ${cidr(param(c, 'range'))} as well.`,
    'add-cloud-nat': (c) =>
      say`Add the Cloud NAT ${code(param(c, 'nat'))} to ${code(param(c, 'vpc'))} for ${cidr(param(c, 'range'))}.`,
    'policy-to-cluster': (c) =>
      say`Set ${code(param(c, 'field'))} of ${code(param(c, 'service'))} to ${code('Cluster')}.`,
    'fresh-source-port': (c) =>
      say`Connect anew from another source port, e.g. ${code(param(c, 'port'))}.`,
  },
  notes: {
    'nodes-must-be-replaced': 'Real nodes get the flag when they are replaced.',
    'pod-address-changes': 'A Pod that is made anew has another address.',
    'one-node-only': 'Other nodes of the pool are not let in by it.',
    'example-address': 'The address is an example: reserve one of your own.',
    'new-connections-only': 'Open connections keep to what was decided when they began.',
  },
  seenAfter: 'Then the far side sees',
  noEffects: ({ asked }) => `Changes nothing else: ${asked} other flows were compared.`,
  effects: ({ changed, asked, lost, gained }) =>
    [
      `Also changes ${changed} of ${asked} other flows`,
      lost > 0 ? `${lost} would fail` : '',
      gained > 0 ? `${gained} would succeed` : '',
    ]
      .filter((part) => part !== '')
      .join('; '),
  verdicts: { delivered: 'delivered', dropped: 'dropped', undetermined: 'undetermined' },
  senders: {
    title: ({ senders: [one, two] }) => `${one.name} beside ${two.name}`,
    about: {
      'both-arrive': ({ senders: [one, two] }) =>
        say`Both arrive: ${code(one.name)} is seen as ${address(one.outcome.seenAs.address)}, ${code(two.name)} as ${address(two.outcome.seenAs.address)}.`,
      'first-arrives': ({ senders: [one, two] }) =>
        say`${code(one.name)} arrives as ${address(one.outcome.seenAs.address)}; ${code(two.name)} comes as ${address(two.outcome.seenAs.address)} and does not.`,
      'second-arrives': ({ senders: [one, two] }) =>
        say`${code(two.name)} arrives as ${address(two.outcome.seenAs.address)}; ${code(one.name)} comes as ${address(one.outcome.seenAs.address)} and does not.`,
      same: () => say`Both end at the same step.`,
      apart: () => say`Both fail, at different steps.`,
    },
    parted: (step) => `They part at: ${step}`,
    step: 'Step',
    proves: 'This proves',
    provesNot: 'This does not prove',
    proofs: (stepName) => ({
      'source-accepted': (p) => say`that the far side lets ${address(p.address)} in`,
      'way-back': (p) => say`that the far side finds its way back to ${address(p.address)}`,
      'port-open': (p) => say`that somebody answers at ${address(p.address)}, port ${p.port}`,
      'same-source': (p) =>
        say`that packets of ${code(p.sender)} leave as ${address(p.address)}, like those of ${code(p.other)}`,
      'not-the-source': (p) =>
        say`that the source is not to blame: with either of them it ends at “${stepName(p.step)}”`,
    }),
  },
}
