/// <reference types="node" />
import { createInterface } from 'node:readline'
import { BrokenInvariant } from '../net/invariant.ts'
import { BadInput, type Command, readArgs, readText } from './command.ts'
import { evaluateAgentCase } from './eval-agent.ts'
import { field, type Json } from './eval-json.ts'
import { evaluateKernelCase } from './eval-kernel.ts'
import { evaluateProbeCase } from './eval-probe.ts'

/**
 * JSON Lines in, JSON Lines out, one answer a line in the order asked: a line with `config` is an
 * agent case, one with `scenario` a case of the probes, another with `rules` a kernel case. A line that
 * is none of them, or that cannot be read, is answered with an error; the rest go on.
 */
export const evalCommand: Command = {
  usage: 'FILE [--nodes FILE]            JSON Lines of recorded cases in, answers out',
  async run(args) {
    const { files, options } = readArgs(args, { nodes: 'string' })
    if (files.length > 1) throw new BadInput('one file at a time')
    const nodes = options.nodes === undefined ? {} : readNodes(options.nodes)
    for await (const line of linesOf(files[0] ?? '-')) {
      if (line.trim() !== '') {
        process.stdout.write(`${JSON.stringify(await answerTo(line, nodes))}\n`)
      }
    }
    return 0
  },
}

/** Of standard input each line as it comes, so that one who asks may wait for the answer. */
const linesOf = (file: string): AsyncIterable<string> | readonly string[] =>
  file === '-' ? createInterface({ input: process.stdin }) : readText(file).split('\n')

function readNodes(file: string): Json {
  try {
    return JSON.parse(readText(file))
  } catch (thrown) {
    if (thrown instanceof SyntaxError) throw new BadInput(`${file}: ${thrown.message}`)
    throw thrown
  }
}

/** One line's answer; of a case of the probes, the promise of one. */
export function answerTo(text: string, nodes: Json): Json {
  let line: Json
  try {
    line = JSON.parse(text)
  } catch (thrown) {
    return { id: null, error: thrown instanceof Error ? thrown.message : String(thrown) }
  }
  try {
    return evaluated(line, nodes)
  } catch (thrown) {
    if (!(thrown instanceof BrokenInvariant)) throw thrown
    return { id: field(line, 'id') ?? null, error: thrown.message }
  }
}

function evaluated(line: Json, nodes: Json): Json {
  // A recorded agent case has the rules that came of it beside its config.
  if (field(line, 'config') !== undefined) return evaluateAgentCase(line)
  if (field(line, 'scenario') !== undefined) return evaluateProbeCase(line)
  if (field(line, 'rules') !== undefined) return evaluateKernelCase(line, nodes)
  return { id: field(line, 'id') ?? null, error: 'neither rules nor config nor scenario' }
}
