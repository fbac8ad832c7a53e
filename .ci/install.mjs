// Installs what package-lock.json asks for, unless it is already there. Needs Node alone.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`)
  process.exit(1)
}

/** Runs a command with its output shown; its exit code, or 1 where it could not be run. */
export function run(command, args, options = {}) {
  const shell = process.platform === 'win32'
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell, ...options }).status ?? 1
}

export function ensureInstalled() {
  const marker = join(root, 'node_modules', '.package-lock.json')
  const lock = join(root, 'package-lock.json')
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs) return
  console.log('Installing the packages of package-lock.json …')
  // Not `npm ci`: it refuses a lock file that lacks the optional parts of other platforms, and a lock
  // file made against an incomplete registry does. This takes the locked versions all the same.
  const status = run('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'])
  if (status !== 0) process.exit(status)
}
