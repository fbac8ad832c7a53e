import type { Outcome, Owner, Symptom } from '../engine/trace.ts'
import type { Fate } from './fate.ts'
import { placeNamer } from './place-name.ts'
import { address, type Sentence, say } from './sentence.ts'

const at = placeNamer({ internet: 'the internet', metadata: 'the metadata server' })

const OWNERS: Readonly<Record<Owner, string>> = {
  pod: 'Pod',
  node: 'node',
  nat: 'public address',
  'link-local': 'link-local',
  far: 'far side',
}

const seen = ({ seenAs }: Outcome): Sentence =>
  say`Source seen: ${address(seenAs.address)} (${OWNERS[seenAs.owner]}).`

const SYMPTOMS: Readonly<Record<Symptom, string>> = {
  'time-out': ' It times out.',
  reset: ' It is refused at once.',
}

const symptom = (outcome: Outcome): string => (outcome.symptom ? SYMPTOMS[outcome.symptom] : '')

/** The words of the page's frame, and of the line that sums a journey up. */
export const shellEn = {
  emptyCanvas: 'Empty canvas',
  ownScenario: 'Own scenario',
  properties: 'Properties',
  summary: {
    delivered: (outcome: Outcome): Sentence =>
      say`Delivered to ${at(outcome.by)}. ${seen(outcome)}`,
    dropped: (outcome: Outcome): Sentence =>
      say`Dropped at ${at(outcome.by)}. ${seen(outcome)}${symptom(outcome)}`,
    unanswered: (outcome: Outcome): Sentence =>
      say`Delivered, but the reply was lost at ${at(outcome.by)}. ${seen(outcome)}${symptom(outcome)}`,
    undetermined: (outcome: Outcome): Sentence => say`Not certain. ${seen(outcome)}`,
  } satisfies Record<Fate, (outcome: Outcome) => Sentence>,
  /** What conntrack does to a reply. */
  changedBack: 'destination changed back',
  sourceChangedBack: 'source changed back',
  /** What kube-proxy does to a Service’s address. */
  destinationChanged: 'destination changed',
  nothingSent: 'No packet is sent yet.',
  notSent: 'The packet cannot be sent.',
  journey: 'Journey',
  settings: 'Settings',
  settingsLabel: 'What to look at',
  pageTrouble: 'The page has run into an error of its own. What you typed is kept.',
  reload: 'Load the page again',
  keepLooking: 'Not now',
}

export type ShellText = typeof shellEn
