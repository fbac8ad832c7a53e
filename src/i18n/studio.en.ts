import type { Lost } from '../scenario/studio/edit.ts'
import { address, type Chip, listed, type Sentence, say } from './sentence.ts'
import { fieldsEn } from './studio-fields.en.ts'
import type { Named, StudioWords } from './studio-words.ts'

const one = ({ kind, name }: Named): Sentence => say`${kind} ${name}`
const where = ({ within }: Named): Sentence => (within === null ? [] : say`, in ${within}`)
const lines = ({ lines: texts }: Named): Sentence =>
  texts.length === 0 ? [] : say`, ${listed(texts.map(address), ', ')}`

/** What stood in what was deleted. */
const withIt = ({ within }: Lost): Sentence =>
  within === 0 ? [] : say` and ${within === 1 ? 'one thing' : `${within} things`} in it`
const astray = ({ flows }: Lost): Sentence => {
  if (flows === 0) return []
  return flows === 1 ? [' One flow has lost an end.'] : [` ${flows} flows have lost an end.`]
}

/** Of one thing what there is to say, of several how many they are. */
const told =
  (single: (thing: Named) => Sentence, several: (count: number) => Sentence) =>
  (things: readonly Named[]): Sentence => {
    const [thing] = things
    return thing !== undefined && things.length === 1 ? single(thing) : several(things.length)
  }

export const studioEn: StudioWords = {
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  locked: 'Locked',
  tools: 'Drawing',
  board: {
    label: 'Map of the network, being edited',
    hint: 'Arrow keys walk from thing to thing. A adds, Enter opens the properties, C connects, Delete deletes, a question mark lists all keys.',
  },
  shelf: {
    label: 'Things to add, and all there are',
    add: 'Add',
    outline: 'Outline',
    hide: 'Hide the list',
    show: 'Show the list',
    addHint: 'Drag onto the map, or press Enter to put it where it belongs.',
  },
  items: {
    vpc: 'VPC',
    subnet: 'Subnet',
    'cloud-nat': 'Cloud NAT',
    interconnect: 'Interconnect',
    vpn: 'VPN',
    peering: 'VPC peering',
    psc: 'Private Service Connect',
    vm: 'VM',
    appliance: 'Appliance',
    cluster: 'Cluster',
    node: 'Node',
    pod: 'Pod',
    service: 'Service',
    'on-prem': 'On-prem network',
    firewall: 'On-prem firewall',
    'on-prem-host': 'On-prem host',
    'internet-host': 'Internet host',
    metadata: 'Metadata server',
    flow: 'Flow',
  },
  groups: { cloud: 'Cloud', cluster: 'Kubernetes', far: 'Far side', flows: 'Traffic' },
  kinds: {
    vpc: 'VPC',
    subnet: 'Subnet',
    cluster: 'Cluster',
    node: 'Node',
    pod: 'Pod',
    service: 'Service',
    'cloud-nat': 'Cloud NAT',
    attachment: 'Attachment',
    peering: 'Peering',
    'on-prem': 'On-prem network',
    firewall: 'Firewall',
    endpoint: 'Host',
    metadata: 'Metadata server',
    flow: 'Flow',
  },
  connections: {
    attachment: 'Interconnect between them',
    peering: 'VPC peering',
    home: 'Moves into it',
    flow: 'Flow from here to there',
    'service-endpoint': 'Pod behind the Service',
    'cloud-nat': 'Cloud NAT to the internet',
    aim: 'Leads to this network',
    coverage: 'Cloud NAT covers it',
  },
  fields: fieldsEn,
  internet: 'Internet',
  add: 'Add…',
  find: 'Find…',
  findHint: 'Find a thing by its name or address',
  notFound: (text) => `Nothing is called “${text}”.`,
  tidy: 'Tidy',
  connect: 'Connect…',
  move: 'Move into…',
  rename: 'Rename…',
  duplicate: 'Duplicate',
  remove: 'Delete',
  name: 'Name',
  ok: 'OK',
  cancel: 'Cancel',
  filter: 'Type to filter',
  nothingFits: 'There is nothing to choose here.',
  addTitle: 'Add to the map',
  connectTitle: (name) => `Connect ${name} with`,
  moveTitle: (name) => `Move ${name} into`,
  renameTitle: (name) => `Rename ${name}`,
  properties: {
    tab: 'Properties',
    none: 'Select a thing on the map to see and change what it is.',
    several: (count) => `${count} things are selected.`,
    actions: 'What can be done with it',
    links: 'Connected with',
    disconnect: (name) => `Disconnect from ${name}`,
  },
  empty: {
    title: 'An empty canvas',
    hint: 'Begin with a VPC, then a cluster, a node and a Pod in it: drag them from the list, or press A.',
  },
  told: {
    added: told(
      (t) => say`${one(t)} added${t.within === null ? '' : say` to ${t.within}`}${lines(t)}.`,
      (n) => say`${n} things added.`,
    ),
    removed: (things, lost) => [
      ...told(
        (t) => say`${one(t)}${withIt(lost)} deleted.`,
        (n) => say`${n} things${withIt(lost)} deleted.`,
      )(things),
      ...astray(lost),
    ],
    copied: told(
      (t) => say`${one(t)} copied.`,
      (n) => say`${n} things copied.`,
    ),
    moved: told(
      (t) => say`${one(t)} moved.`,
      (n) => say`${n} things moved.`,
    ),
    nested: told(
      (t) => say`${one(t)} moved${t.within === null ? '' : say` into ${t.within}`}${lines(t)}.`,
      (n) => say`${n} things moved into another zone.`,
    ),
    met: told(
      (t) => say`${one(t)}${lines(t)}${where(t)}`,
      (n) => say`${n} things selected`,
    ),
    connected: (from, to) => say`${one(from)} connected with ${one(to)}.`,
    renamed: (was: Chip, now: Chip) => say`${was} is now called ${now}.`,
    tidied: 'The map has laid itself out again.',
    locked: 'The map is locked.',
    unlocked: 'The map can be changed.',
    'is-locked': 'The map is locked. Unlock it to change it.',
    undone: 'Undone.',
    redone: 'Done again.',
    'nothing-to-undo': 'There is nothing to undo.',
    'nothing-to-redo': 'There is nothing to do again.',
  },
}
