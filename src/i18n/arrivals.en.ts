import type { Check, FirewallRequest, RequestLine } from '../scenario/arrivals/arrival.ts'
import { type ArrivalsWords, checkText, destinationText, serviceText } from './arrivals-words.ts'

const because = {
  'any-node': 'any node of the subnet',
  'any-pod': 'any Pod of the range',
  'nat-addresses': 'every address of Cloud NAT',
  alone: 'this address alone',
} as const

const allowed: ArrivalsWords['allowed'] = ({ state, by }) => {
  if (state === 'no') return 'no'
  if (state === 'nobody-asks') return 'nobody asks here'
  return by.length === 0 ? 'yes' : `yes, by ${by.join(', ')}`
}

export const arrivalsEn: ArrivalsWords = {
  title: 'What must the far firewall allow?',
  about:
    'Every flow of the scenario that leaves, with the source that the far side really sees, and the smallest range that surely holds every sender of its kind.',
  close: 'Close',
  searching: 'Reading every flow…',
  none: 'No flow of this scenario leaves for a network of somebody else.',
  columns: {
    flow: 'Flow',
    far: 'Far side',
    source: 'Source seen',
    ranges: 'Allow',
    destination: 'Destination',
    service: 'Port',
    allowed: 'Let in today',
  },
  because,
  allowed,
  missing: 'These end before the far side sees anything:',
  copyAs: (format) => `Copy as ${format}`,
  copied: 'Copied.',
  notCopied: 'The clipboard is closed to this page: select the text and copy it.',
  requests: 'Request to whoever keeps that firewall',
  chooseFar: 'Far side',
  farName: ({ name, firewall }) =>
    firewall === null || firewall === name ? name : `${name} (${firewall})`,
  copyRequest: 'Copy request in English',
  requestLabel: 'Request in English',
  request,
}

function request({ far, clusters, lines, checks }: FirewallRequest): string {
  const firewall = far.firewall === null ? '' : `, firewall ${far.firewall}`
  const from = clusters.join(', ')
  return [
    `Subject: Firewall change request: ${from} to ${far.name}`,
    '',
    'To: [security team]',
    'From: [name, team, e-mail, phone]',
    '',
    '1. Purpose',
    `   Please allow the connections below from the Kubernetes cluster ${from} into ${far.name}${firewall}.`,
    '   [Business purpose, system, ticket]',
    '',
    '2. Rules requested',
    ...lines.flatMap(lineText),
    '   Connections are opened by our side only; answers to them need no rule on a stateful firewall.',
    '',
    '3. Period',
    '   From [date] to [date, or permanent]',
    '',
    '4. Verification',
    '   As configured at present, these commands print:',
    '',
    ...checks.map((check) => `   (${CHECKS[check.code]})\n${indented(check)}\n`),
    'We will confirm the result with the same commands once the change is in place.',
    'Contact for questions: [name, phone]',
    '',
  ].join('\n')
}

function lineText(line: RequestLine, i: number): readonly string[] {
  return [
    `   Rule ${i + 1}`,
    `     Source:        ${line.ranges.join(', ')} (${because[line.because]}; seen at present: ${line.sources.join(', ')})`,
    `     Destination:   ${destinationText(line.destination)}`,
    `     Protocol/port: ${serviceText(line)}`,
    `     Direction:     from our cluster to the on-premises network`,
    `     At present:    ${TODAY[line.allowed.state]}`,
  ]
}

const TODAY = {
  yes: 'allowed; please keep it',
  no: 'not allowed',
  'nobody-asks': 'no rule is known to us; please check',
} as const

const CHECKS: Readonly<Record<Check['code'], string>> = {
  connect: 'the connection itself',
  capture: 'what leaves the node',
  'nat-rule': 'the rule that decides about the source',
  conntrack: 'what the node remembers',
}

const indented = (check: Check): string =>
  checkText(check, '(prints nothing)').replaceAll(/^/gm, '   ')
