import { editIssuesEn } from './edit-trouble.en.ts'
import { secondsOf } from './figures.ts'
import type { Messages } from './messages.ts'
import { param } from './param.ts'
import { cidr, code, type Sentence, say } from './sentence.ts'
import { warningsEn } from './warnings.en.ts'
import { where } from './where.ts'
import { wrongValueEn } from './wrong-value.en.ts'

export const issuesEn: Messages['issues'] = {
  ...warningsEn,
  'not-yaml': (i) => say`This is not YAML: ${code(param(i, 'message'))}`,
  'not-a-scenario': (i) =>
    param(i, 'found') === '0'
      ? say`There is no document with ${code('kind: Scenario')} in this text.`
      : say`There must be one document with ${code('kind: Scenario')}; this text has ${param(i, 'found')}.`,
  'unknown-field': (i) => say`${code(i.path)} is not a field of a scenario.`,
  'wrong-value': wrongValueEn,
  'text-too-long': (i) =>
    say`${where(i)}This text is too long: ${param(i, 'most')} characters are the most.`,
  'missing-field': (i) => say`${code(i.path)} is missing.`,
  'bad-address': (i) => say`${where(i)}${code(param(i, 'text'))} is not an IP address.`,
  'bad-range': (i) =>
    param(i, 'aligned') === ''
      ? say`${where(i)}${code(param(i, 'text'))} is not a range such as ${cidr('10.0.0.0/8')}.`
      : say`${where(i)}${code(param(i, 'text'))} does not start where a range of that size does; ${cidr(param(i, 'aligned'))} would.`,
  'unknown-name': (i) =>
    param(i, 'known') === ''
      ? say`${where(i)}Nothing is called ${code(param(i, 'name'))}.`
      : say`${where(i)}Nothing is called ${code(param(i, 'name'))}; there are ${code(param(i, 'known'))}.`,
  'duplicate-name': (i) => say`${where(i)}${code(param(i, 'name'))} is used twice.`,
  'destination-empty': () => say`Type a destination: an IP address or the name of an endpoint.`,
  'destination-not-an-address': (i) =>
    say`${code(param(i, 'text'))} is neither an IP address nor the name of anything on the map.`,
  'destination-other-family': (i) =>
    say`The destination is IPv${param(i, 'family')}, and ${code(param(i, 'name'))} has no IPv${param(i, 'family')} address.`,
  'destination-itself': (i) =>
    say`${code(param(i, 'name'))} itself answers to ${code(param(i, 'text'))}: such a packet never leaves the Pod, so no node decides on it.`,
  'destination-many': (i) =>
    say`${code(param(i, 'text'))} is a multicast or broadcast address. Type the address of one host.`,
  'bad-port': (i) =>
    say`${code(param(i, 'port'))} is not a port: ports are whole numbers from 1 to 65535.`,
  'sender-empty': () => say`Choose who sends: a Pod, a node or a host.`,
  'sender-loose': (i) =>
    say`${code(param(i, 'name'))} cannot send anything before ${code(param(i, 'at'))} is mended.`,
  'destination-loose': (i) =>
    say`Nothing can reach ${code(param(i, 'name'))} before ${code(param(i, 'at'))} is mended.`,
  'unknown-sender': (i) => say`Nothing that could send is called ${code(param(i, 'name'))}.`,
  'source-address-elsewhere': (i) =>
    param(i, 'known') === ''
      ? say`${code(param(i, 'text'))} is no address of ${code(param(i, 'name'))}, so nothing there can bind to it.`
      : say`${code(param(i, 'text'))} is no address of ${code(param(i, 'name'))}, so nothing there can bind to it; it has ${code(param(i, 'known'))}.`,
  'bad-icmp-type': (i) =>
    say`${code(param(i, 'value'))} is not an ICMP type: types are whole numbers from 0 to 255.`,
  'too-large': () => say`This text is too large to be read here.`,
  'too-deep': (i) =>
    say`From line ${String(i.line ?? 1)} on, values stand in each other more than ${param(i, 'limit')} levels deep, which is not read here.`,
  'manual-rule-refused': (i) =>
    say`${where(i)}Line ${String(i.line ?? 1)} is refused on the node: ${code(param(i, 'message'))}`,
  'manual-rule-unknown': (i) =>
    say`${where(i)}Line ${String(i.line ?? 1)} is left out: ${code(param(i, 'message'))} is not known here, although the node’s own tool may take it.`,
  'manifests-refused': (i) =>
    say`${where(i)}The cluster refuses these manifests: ${code(param(i, 'message'))}`,
  ...editIssuesEn,
}

const KEPT = 'What you typed is still here.'

export const faultsEn: Messages['faults'] = {
  'engine-threw': (f) =>
    say`The engine failed on this input. That is a fault of this page, not yours. ${KEPT} ${code(f.message)}`,
  'engine-stuck': (f) =>
    say`The engine gave no answer for ${secondsOf(f.afterMs)} seconds and was restarted. ${KEPT}`,
  'engine-gone': () => say`The engine stopped and starts again with the next change. ${KEPT}`,
}

const OWN_WORK: Sentence = ['Your own work is untouched.']

export const linkIssuesEn: Messages['linkIssues'] = {
  'newer-version': (i) =>
    say`This link was made by a newer version of this page (link version ${i.version}, here ${i.known}). Reload the page and open it again. ${OWN_WORK}`,
  cut: () => say`The end of this link is missing. Copy it whole, without line breaks. ${OWN_WORK}`,
  'double-encoded': () =>
    say`This link was encoded once too often on its way; it could be read all the same.`,
  unreadable: () =>
    say`This link cannot be read: it is not one of ours, or it was altered. ${OWN_WORK}`,
  'too-large': (i) =>
    say`This link unpacks to more than ${Math.round(i.limit / 1024)} KiB and was not opened. ${OWN_WORK}`,
  invalid: (i) =>
    i.salvaged
      ? say`${code(i.path)} in this link is not valid and was left out; the rest was opened.`
      : say`${code(i.path)} in this link is not valid, so it was not opened. ${OWN_WORK}`,
}
