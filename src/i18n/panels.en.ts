import { builtinsEn } from './builtins.en.ts'
import { address, cidr, code, type Sentence, say } from './sentence.ts'
import { settingsEn } from './settings.en.ts'

/** The words of the inspector, of the bar above it, of the editor and of the share dialog. */
export const panelsEn = {
  inspector: {
    liesIn: 'lies in it',
    everyPacket: 'matches every packet',
    allConditions: 'meets every condition',
    goesOnIn: (chain: string): Sentence => say`goes on in ${code(chain)}`,
    notYetTried: 'not yet tried',
    moreNotMatched: (count: number) => `${count} more, none matched`,
    moreNotReached: (count: number) => `${count} more, not reached`,
    back: (chain: string, line: number): Sentence =>
      say`${code('RETURN')} is not ${code('ACCEPT')}: back in ${code(chain)}, on with rule ${line}`,
    backAtEnd: (chain: string): Sentence =>
      say`${code('RETURN')} is not ${code('ACCEPT')}: back in ${code(chain)}, after its last rule`,
    ranOut: (from: string, chain: string): Sentence =>
      say`End of ${code(from)}: back in ${code(chain)}`,
    policyLast: (policy: string): Sentence =>
      say`policy ${code(policy)}: it leaves the chain as it is now`,
    policyNotReached: (policy: string): Sentence => say`policy ${code(policy)}: not reached`,
    notEntered: (chain: string, rules: string): Sentence =>
      say`${code(chain)} was not entered (${rules})`,
    line: 'Line',
    fromLine: (line: number) => `line ${line}`,
    goToLine: (line: number) => `Show line ${line} of the ConfigMap`,
    headerTitle: 'The header, before and after',
    packetTitle: 'The header at each hop',
    hop: 'Hop',
    goToHop: (hop: string) => `Show the packet at ${hop}`,
    noEntry: 'conntrack keeps no entry: the flow was never confirmed.',
    replyBack: (seen: string, sender: string): Sentence =>
      say`A reply to ${address(seen)} will be turned back to ${address(sender)}.`,
    replySame: 'Nothing was translated here, so a reply passes as it comes.',
  },
  try: {
    findFixes: {
      why: (): Sentence =>
        say`Look for what ends it, and for the smallest changes that would help.`,
      act: 'Find fixes',
    },
    masqLinkLocal: {
      why: (to: string): Sentence => say`Let ${address(to)} see the node: masquerade link-local.`,
      act: 'Turn it on',
    },
    sendTo: {
      why: (to: string): Sentence => say`Send the next packet to ${address(to)} and compare.`,
      act: 'Send',
    },
  },
  controls: {
    agentRuns: 'agent runs',
    noAgent: 'no agent',
    refused: 'refused',
    unread: 'nothing reads it',
    unreadableText: 'the text cannot be read',
    destinationHint:
      'For example 10.2.1.100:443, [2001:db8::1]:443 or the name of an endpoint. Enter sends.',
    builtins: builtinsEn.titles,
    builtinGroups: builtinsEn.groups,
  },
  editor: {
    hint: 'Tab indents. To leave with the keyboard, press Escape and then Tab.',
    reset: 'Back to the scenario’s draft',
    keptRanges: 'Destinations that keep the source',
    noneKept: 'None: every destination sees the node.',
    linkLocalKept: (range: string): Sentence => say`${cidr(range)} keeps the source too.`,
    linkLocalMasqueraded: (range: string): Sentence => say`${cidr(range)} is masqueraded.`,
    noAgent: 'Nothing: no agent runs.',
    decidedHere: 'decided this packet',
    notes: 'Worth knowing',
    loading: 'The editor is on its way; you can type already.',
  },
  settings: settingsEn,
  share: {
    about:
      'In it: the scenario, the ConfigMap as typed, the flow and the step on show. Whoever opens it sees this screen.',
  },
}

export type PanelText = typeof panelsEn
