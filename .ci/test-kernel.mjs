// npm run test:kernel: asks the running Linux kernel. Needs root, iptables, ipset, iproute2 and
// python3; says what is missing and skips, except in CI, where that is a failure.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, root, run } from './install.mjs'

ensureInstalled()
const report = join(root, 'reports', 'kernel.json')
mkdirSync(join(root, 'reports'), { recursive: true })

if (run('python3', ['--version'], { stdio: 'ignore' }) === 0) {
  process.exitCode = run('python3', ['e2e/kernel', '--report', report, ...process.argv.slice(2)])
} else {
  const failed = process.env.CI ? 1 : 0
  console.log('The kernel cannot be asked here. Missing: python3.')
  writeFileSync(report, JSON.stringify({ passed: 0, failed }))
  console.log(`0 passed, ${failed} failed`)
  process.exitCode = failed
}
