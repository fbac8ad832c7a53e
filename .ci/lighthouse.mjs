// npm run lighthouse: builds the page, serves it packed as a static host does, and has Lighthouse judge
// it three times with its own mobile settings. Fails where the median of a score is below its limit.
// Performance is timed, so this is no part of npm test: run it while the machine has nothing else to do.
//
// Lighthouse comes by npx: its 200 packages of 185 MB weigh more than half of all others here together,
// and nobody who builds or tests the page needs them.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { ensureInstalled, root } from './install.mjs'
import { hostStatically } from './static-host.mjs'

const LIGHTHOUSE = 'lighthouse@12.8.2'
const RUNS = 3
const LIMITS = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 }
const CHROME_FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

ensureInstalled()
const browser = ensureBrowser()
if (browser === null) throw new Error('No Chromium could be found.')
const { build } = await import('vite')
await build({ root, logLevel: 'warn' })
mkdirSync(join(root, 'reports'), { recursive: true })
const host = await hostStatically(join(root, 'dist'))
const reports = []
for (let run = 1; run <= RUNS; run += 1) {
  const report = await judge(host.url, join(root, 'reports', `lighthouse-${run}.json`))
  console.log(`Run ${run}: ${timings(report)}`)
  reports.push(report)
}
host.close()

for (const [category, limit] of Object.entries(LIMITS)) {
  const scores = reports.map((report) => Math.round(report.categories[category].score * 100))
  const median = scores.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)]
  const short = median < limit
  console.log(`${category}: ${median} (${scores.join(', ')}; limit ${limit})${short ? ' ✘' : ''}`)
  if (!short) continue
  process.exitCode = 1
  for (const line of shortfalls(reports.at(-1), category)) console.log(`  ${line}`)
}

/** One run by itself: the report, which is also left at `path`. */
async function judge(url, path) {
  const flags = `--chrome-flags=${CHROME_FLAGS.join(' ')}`
  const args = [
    '--yes',
    LIGHTHOUSE,
    url,
    '--quiet',
    '--output=json',
    `--output-path=${path}`,
    flags,
  ]
  const child = spawn('npx', args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, CHROME_PATH: browser },
  })
  const status = await new Promise((resolve) => {
    child.on('exit', resolve)
  })
  if (status !== 0) throw new Error(`Lighthouse ended with ${status}.`)
  return JSON.parse(readFileSync(path, 'utf8'))
}

function timings({ audits }) {
  const asked = {
    FCP: 'first-contentful-paint',
    LCP: 'largest-contentful-paint',
    TBT: 'total-blocking-time',
    CLS: 'cumulative-layout-shift',
    SI: 'speed-index',
  }
  return Object.entries(asked)
    .map(([name, id]) => `${name} ${audits[id].displayValue}`)
    .join(', ')
}

/** What fell short, as Lighthouse names it. */
function shortfalls({ categories, audits }, category) {
  return categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 1)
    .map(({ id }) => `${id}: ${audits[id].title} ${audits[id].displayValue ?? ''}`)
}
