// npm test: installs what is needed, a browser included, and runs everything that needs no root.
// Ends with one line "N passed, N failed".
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { ensureInstalled, root, run } from './install.mjs'

ensureInstalled()
const reports = join(root, 'reports')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const total = { passed: 0, failed: 0 }
const count = (passed, failed) => {
  total.passed += passed
  total.failed += failed
}

/** A command that either passes or fails as a whole. */
function check(title, command, args, options) {
  console.log(`\n── ${title}`)
  const good = run(command, args, options) === 0
  count(good ? 1 : 0, good ? 0 : 1)
  return good
}

/** A test runner: counted by its own report; a run without one, or without tests, is a failure. */
function suite(title, args, report, read, env = {}) {
  console.log(`\n── ${title}`)
  const status = run('npx', args, { env: { ...process.env, ...env } })
  try {
    const { passed, failed } = read(JSON.parse(readFileSync(join(reports, report), 'utf8')))
    count(passed, failed)
    if (passed + failed === 0 || (status !== 0 && failed === 0)) count(0, 1)
  } catch {
    console.error(`${title}: no report`)
    count(0, 1)
  }
}

check('lint', 'npx', ['biome', 'check', '--error-on-warnings'])
check('types', 'npx', ['tsc', '-p', 'tsconfig.json'])
check('types of the pure layers', 'npx', ['tsc', '-p', 'src/tsconfig.core.json'])
check('nothing unused', 'npx', ['knip'])
check('build', 'npx', ['vite', 'build', '--logLevel', 'warn'])
suite(
  'unit tests and laws',
  ['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=reports/unit.json'],
  'unit.json',
  ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }),
)
check('snat check, every built-in scenario', 'node', [
  'src/cli/snat.mjs',
  'check',
  'src/scenario/builtin',
])

const browser = ensureBrowser()
if (browser === null) {
  console.error('No Chromium could be found or installed: set CHROMIUM_PATH to one.')
  count(0, 1)
} else {
  suite(
    'browser journeys',
    ['playwright', 'test', '-c', 'e2e'],
    'e2e.json',
    ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
    { CHROMIUM_PATH: browser },
  )
}

writeFileSync(join(reports, 'test.json'), JSON.stringify(total))
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
