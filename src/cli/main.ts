/// <reference types="node" />
import { BrokenInvariant } from '../net/invariant.ts'
import { checkCommand } from './check.ts'
import { BadInput, type Command } from './command.ts'
import { evalCommand } from './eval.ts'
import { probeCommand } from './probe.ts'
import { rulesCommand } from './rules.ts'
import { traceCommand } from './trace.ts'

const COMMANDS: Readonly<Record<string, Command>> = {
  trace: traceCommand,
  rules: rulesCommand,
  probe: probeCommand,
  check: checkCommand,
  eval: evalCommand,
}

const USAGE = `usage: snat COMMAND [options] FILE…

${Object.entries(COMMANDS)
  .map(([name, { usage }]) => `  ${name} ${usage}`)
  .join('\n')}

A FILE of - is standard input. --json gives machine output everywhere.
Exit code 0: fine; 1: an expectation failed; 2: bad input.
`

/** The `snat` command. Exit code 0: fine; 1: an expectation failed or something differs; 2: bad input. */
export async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) {
    const asked = ['', '-h', '--help', 'help'].includes(name)
    ;(asked ? process.stdout : process.stderr).write(
      asked ? USAGE : `snat: no command ${name}\n\n${USAGE}`,
    )
    return asked ? 0 : 2
  }
  try {
    return await command.run(rest)
  } catch (thrown) {
    if (thrown instanceof BadInput) {
      process.stderr.write(`snat ${name}: ${thrown.message}\n`)
      return 2
    }
    if (thrown instanceof BrokenInvariant) {
      process.stderr.write(`snat ${name}: a promise of the program is broken: ${thrown.message}\n`)
      return 3
    }
    throw thrown
  }
}
