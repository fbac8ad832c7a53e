import type { Divergence } from '../scenario/compare/comparison.ts'
import { type CompareWords, type Naming, whose } from './compare-words.ts'
import { address, type Chip, code, joined, type Sentence, say } from './sentence.ts'

/** `10.1.1.10 with Calico, Cilium; 10.8.0.5 with GKE Standard` */
const shared = (
  { groups }: Divergence,
  { names }: Naming,
  chip: (text: string) => Chip,
  none: string,
): Sentence =>
  joined(
    groups.flatMap(
      ({ dataplanes, value }, i): Sentence => [
        i === 0 ? '' : '; ',
        value === null ? none : chip(value),
        ` with ${names(dataplanes)}`,
      ],
    ),
  )

export const compareEn: CompareWords = {
  title: 'Same packet, many dataplanes',
  choose: 'Dataplanes side by side',
  back: 'Back to the map',
  lanes: 'The packet under each dataplane',
  way: 'On the way out',
  reply: 'The reply',
  manifests: {
    own: 'its own manifests of this scenario',
    starter: 'as freshly installed',
    none: 'no manifest applied',
  },
  scenariosOwn: 'this scenario’s own',
  seenAs: 'seen as',
  firstDifference: 'First difference',
  divergence: {
    dropped: (d, n) =>
      say`At ${n.at} the packet ends with ${whose(d, n, 'gone')}; with ${whose(d, n, 'there')} it goes on.`,
    'source-differs': (d, n) =>
      say`At ${n.at} the source differs: ${shared(d, n, address, 'none')}.`,
    'destination-differs': (d, n) =>
      say`At ${n.at} the destination differs: ${shared(d, n, address, 'none')}.`,
    'port-differs': (d, n) =>
      say`At ${n.at} the source port differs: ${shared(d, n, code, 'none')}.`,
    'other-way': (d, n) =>
      say`Only with ${whose(d, n, 'there')} does the packet come by ${n.at}; with ${whose(d, n, 'gone')} it goes another way.`,
    'rule-differs': (d, n) =>
      say`The packet fares alike everywhere, but other rules decide at ${n.at}: ${shared(d, n, code, 'no rule')}.`,
  },
  alike: 'Nothing differs: each of them treats this packet alike.',
  notEnough: 'Choose two or more to see where they part.',
  notSent: 'not sent',
  moment: (step, place) => `${step}: ${place}`,
  carries: (dataplane, carried) => `${dataplane}: ${carried}`,
  ended: (dataplane) => `${dataplane}: ended before`,
  matrix: {
    title: 'What becomes of the source, by destination',
    about: 'As the packet leaves its node. Each cell is evaluated, and opens that packet above.',
    destination: 'Destination',
    rows: {
      internet: 'internet',
      'on-prem': 'private on-prem',
      'shared-address': '100.64.0.0/10',
      'other-node': 'another node',
      'other-pod': 'another Pod',
      'link-local': 'link-local',
      'second-address': 'internet, from a node process on a second address',
      inbound: 'local Pod, from an outside client',
    },
    verdicts: {
      pod: 'Pod',
      node: 'node',
      other: 'other',
      kept: 'kept',
      rewritten: 'rewritten',
      dropped: 'dropped',
      undetermined: 'by chance',
    },
    open: (row, dataplane, verdict) => `${row}, ${dataplane}: ${verdict}. Show this packet`,
  },
}
