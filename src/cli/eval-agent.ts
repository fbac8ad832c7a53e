import { plainFile } from '../dataplanes/ip-masq-agent/config-file.ts'
import { parseFlags } from '../dataplanes/ip-masq-agent/flags.ts'
import { FRESH, syncAgent } from '../dataplanes/ip-masq-agent/sync.ts'
import { agentProfile, RECORDED_VERSION } from '../dataplanes/ip-masq-agent/version.ts'
import { printSave } from '../iptables/print-save.ts'
import { err, ok, type Result } from '../net/result.ts'
import { field, type Json, listOf } from './eval-json.ts'

/**
 * A case of the agent: `{id, config, flags?, agent?}`, with `config` null for no file and `agent` a
 * version such as v2.10.0. The agent has synced once without a file before; on an error the rules of
 * that round stand. `error` is what the agent logs after "Error syncing configuration: ".
 */
export function evaluateAgentCase(line: Json): Json {
  const id = field(line, 'id') ?? null
  const read = readCase(line)
  if (!read.ok) return { id, error: read.error }
  const { config, flags } = read.value
  const before = syncAgent(FRESH, null, flags).state
  const { state, error, using } = syncAgent(
    before,
    config === null ? null : plainFile(config),
    flags,
  )
  return {
    id,
    error: error?.by === 'agent' ? error.text : null,
    using,
    rules: state.nat4 === null ? null : printSave(state.nat4).trimEnd(),
    ...(state.nat6 === null ? {} : { rules6: printSave(state.nat6).trimEnd() }),
  }
}

function readCase(line: Json) {
  const config = field(line, 'config')
  if (config !== null && typeof config !== 'string') return err('config is neither a text nor null')
  const written = field(line, 'flags')
  const args = written === undefined ? ok([]) : listOf(written, readArgument)
  if (!args.ok) return err(`flags: ${args.error}`)
  const version = /^v?(\d+\.\d+\.\d+)$/.exec(String(field(line, 'agent') ?? ''))?.[1]
  const flags = parseFlags(args.value, agentProfile(version ?? RECORDED_VERSION))
  return flags.ok ? ok({ config, flags: flags.value }) : err(`flags: ${flags.error.text}`)
}

const readArgument = (argument: Json): Result<string, string> =>
  typeof argument === 'string' ? ok(argument) : err('not a text')
