import { freshMemory, type NodeMemory } from '../engine/conntrack.ts'
import { bytesOf, countWalks, noCounters } from '../engine/counters.ts'
import { passFlow } from '../engine/pass-node.ts'
import { type ReadyNode, readyNode } from '../engine/ready-node.ts'
import type { IpSet, NatTable } from '../engine/rule.ts'
import type { IptablesIssue } from '../iptables/issue.ts'
import { parseIpset } from '../iptables/parse-ipset.ts'
import { parseSave } from '../iptables/parse-save.ts'
import { printSave } from '../iptables/print-save.ts'
import type { Family } from '../net/address.ts'
import { err, ok, type Result } from '../net/result.ts'
import type { NodeNetwork } from '../topology/node.ts'
import { field, type Json, listOf, textOf } from './eval-json.ts'
import { readNode } from './eval-node.ts'
import { readPacket, type SentPacket } from './eval-packet.ts'
import { likeliest, type Verdict, verdictOf } from './eval-verdict.ts'

/** The answer to a kernel case: `counters` as `iptables-save -c -t nat` prints them, uncommented. */
export type KernelAnswer =
  | { readonly id: Json; readonly verdicts: readonly Verdict[]; readonly counters: string }
  | { readonly id: Json; readonly error: string }

/**
 * One recorded case of the kernel, `{id, node, rules, sets?, packets}`: the table is loaded into an
 * empty node, then each packet sent through it in order. `node` is the name of an entry of `nodes`,
 * or such an entry itself. `family` is 6 where ip6tables is meant; without it the packets tell.
 */
export function evaluateKernelCase(line: Json, nodes: Json): KernelAnswer {
  const id = field(line, 'id') ?? null
  const answer = evaluateCase(line, nodes)
  return answer.ok ? { id, ...answer.value } : { id, error: answer.error }
}

interface Case {
  readonly network: NodeNetwork
  readonly family: Family
  readonly rules: string
  readonly sets: string
  readonly packets: readonly SentPacket[]
}

type Evaluated = { readonly verdicts: readonly Verdict[]; readonly counters: string }

function evaluateCase(line: Json, nodes: Json): Result<Evaluated, string> {
  const read = readCase(line, nodes)
  if (!read.ok) return read
  const { network, family, rules, packets } = read.value
  const sets = parseIpset(read.value.sets)
  if (!sets.ok) return err(issueText('sets', sets.error))
  const saved = parseSave(rules, { family, sets: sets.value })
  if (!saved.ok) return err(issueText('rules', saved.error))
  const { table } = saved.value
  return ok(send(readyNode({ network, rules: rulesetOf(table, sets.value) }), table, packets))
}

const issueText = (text: string, { line, column, message }: IptablesIssue): string =>
  `${text}:${line}:${column}: ${message}`

function rulesetOf(table: NatTable, sets: readonly IpSet[]) {
  const other: NatTable = { family: table.family === 4 ? 6 : 4, chains: [] }
  return table.family === 4
    ? { nat4: table, nat6: other, sets }
    : { nat4: other, nat6: table, sets }
}

function send(node: ReadyNode, table: NatTable, packets: readonly SentPacket[]): Evaluated {
  let memory: NodeMemory = freshMemory
  let counters = noCounters
  const verdicts = packets.map(({ packet, arrival }) => {
    const ways = passFlow(node, memory, packet, arrival)
    const way = likeliest(ways)
    memory = way.memory
    counters = countWalks(counters, way.passage.walks, bytesOf(packet))
    return verdictOf(ways)
  })
  return { verdicts, counters: printSave(table, counters).trimEnd() }
}

function readCase(line: Json, nodes: Json): Result<Case, string> {
  const network = networkOf(field(line, 'node'), nodes)
  if (!network.ok) return err(`node: ${network.error}`)
  const rules = textOf(line, 'rules')
  if (!rules.ok) return rules
  const sets = field(line, 'sets') === undefined ? ok('') : textOf(line, 'sets')
  if (!sets.ok) return sets
  const packets = listOf(field(line, 'packets'), readPacket)
  if (!packets.ok) return err(`packets: ${packets.error}`)
  const family = familyOf(line, packets.value)
  if (packets.value.some(({ packet }) => packet.src.family !== family)) {
    return err('packets: not all are of one family')
  }
  return ok({
    network: network.value,
    family,
    rules: rules.value,
    sets: sets.value,
    packets: packets.value,
  })
}

function familyOf(line: Json, packets: readonly SentPacket[]): Family {
  const given = field(line, 'family')
  if (given === 4 || given === 6) return given
  return packets[0]?.packet.src.family ?? 4
}

function networkOf(node: Json, nodes: Json): Result<NodeNetwork, string> {
  if (typeof node !== 'string') return readNode('node', node)
  const entry = field(nodes, node)
  return entry === undefined ? err(`no entry ${node}`) : readNode(node, entry)
}
