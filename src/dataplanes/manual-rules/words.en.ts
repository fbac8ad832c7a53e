import type { ManualWords } from './codes.ts'

export const words: ManualWords = {
  origins: {
    'manual-command': 'Typed by hand on this node.',
    'manual-saved': 'From the text of `iptables-save` that was restored on this node.',
  },
  notes: {
    'manual-until-recreated':
      'Rules were typed by hand on {node}. They are gone once the node is recreated, by an upgrade or a repair; the rules of a DaemonSet come back.',
    'manual-recreated':
      '{node} was recreated: the rules typed on it are gone, and those of the DaemonSets are back.',
    'manual-not-everywhere':
      'Not every node has the same rules typed by hand: {node} has, {others} has not. The same packet may leave with another source from there.',
    'manual-table-replaced':
      'The text of `iptables-save` is the whole table nat of {node}. What it does not name is gone, until an agent writes its chain again in its next round.',
    'manual-other-tables':
      'On {node} the tables {tables} of the text were left aside: they translate no address.',
    'manual-source-nowhere':
      'On {node}, `{rule}` never matches: no Pod, node or endpoint has an address in {range}.',
    'manual-destination-nowhere':
      'On {node}, `{rule}` matches nothing on the map: no Pod, node, Service or endpoint has an address in {range}.',
  },
}
