import { readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { build, preview } from 'vite'
import { Playground } from '../playground.ts'
import config from '../playwright.config.ts'
import { busyBetweenMarks, type TraceEvent } from './trace-events.ts'
import { watchForVerdicts } from './watch-for-verdicts.ts'

/** One frame of a screen that draws 60 a second, in milliseconds. */
const FRAME = 1000 / 60
const STROKES = 20
/** What is compiled and cached during the first strokes says nothing about the others. */
const WARM_UP = 6

/** From one key in the editor to the frame that shows another verdict, and who was busy meanwhile. */
async function measure(): Promise<void> {
  await build({ logLevel: 'warn' })
  const server = await preview({ preview: { port: 4181, strictPort: true, host: '127.0.0.1' } })
  const browser = await chromium.launch(config.use?.launchOptions)
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    })
    await page.goto('http://127.0.0.1:4181/')
    await prepare(new Playground(page))
    await strokes(page, WARM_UP)
    report(await strokes(page, STROKES))
    reportBusy(await recorded(browser, page))
    const [load = 0] = loadavg()
    console.log(`the machine’s load: ${load.toFixed(1)} on ${cpus().length} processors`)
  } finally {
    await browser.close()
    await server.close()
  }
}

/** The ConfigMap is in the cluster, and the caret stands behind the digit that decides. */
async function prepare(playground: Playground): Promise<void> {
  await playground.settled()
  await playground.switch('configMap').click()
  await playground.openEditor()
  await playground.caretAfter('172.16.0.0/12')
  await playground.page.keyboard.press('Shift+Home')
  await playground.page.keyboard.type('- 11.0.0.0/8')
  for (const _ of '.0.0.0/8') await playground.page.keyboard.press('ArrowLeft')
  await playground.page.evaluate(watchForVerdicts, await playground.outcome.elementHandle())
}

/** Changes `10.0.0.0/8` to `11.0.0.0/8` and back, one key each; milliseconds from key to frame. */
async function strokes(page: Page, count: number): Promise<readonly number[]> {
  const times: number[] = []
  for (let stroke = 0; stroke < count; stroke += 1) {
    await page.keyboard.press('Shift+ArrowLeft')
    // Long enough for all that follows a pause in typing, and then some.
    await page.waitForTimeout(500 + 7 * stroke)
    await page.keyboard.press(stroke % 2 === 0 ? '0' : '1')
    times.push(await page.evaluate(() => globalThis.nextVerdict ?? Promise.reject()))
  }
  return times
}

/** The same strokes once more, with a performance recording. */
async function recorded(browser: Browser, page: Page): Promise<readonly TraceEvent[]> {
  const path = join('build', 'keystroke.trace.json')
  await browser.startTracing(page, {
    path,
    categories: ['blink.user_timing', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
  })
  await strokes(page, STROKES)
  await browser.stopTracing()
  const { traceEvents } = JSON.parse(readFileSync(path, 'utf8'))
  rmSync(path)
  return traceEvents
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.round((values.length - 1) * share)] ?? Number.NaN

function line(title: string, values: readonly number[]): void {
  const [least, median, most] = [0, 0.5, 1].map((share) => quantile(values, share))
  const spread = [least, median, most].map((ms = 0) => (ms / FRAME).toFixed(2)).join(' / ')
  console.log(`${title.padEnd(52)}${spread}`)
}

function report(times: readonly number[]): void {
  console.log(`${times.length} keystrokes, least / median / most, in frames of 16.7 ms`)
  line('from the key to the frame with the new verdict', times)
}

function reportBusy(events: readonly TraceEvent[]): void {
  const strokes = busyBetweenMarks(events, 'key', 'seen')
  line(
    'the same while it is recorded',
    strokes.map(({ lasted }) => lasted),
  )
  line(
    'of it, main thread at work',
    strokes.map(({ main }) => main),
  )
  line(
    'of it, engine at work on its own thread',
    strokes.map(({ worker }) => worker),
  )
  const share = quantile(
    strokes.map(({ main, lasted }) => main / lasted),
    0.5,
  )
  console.log(`main thread’s share of that time, median: ${(100 * share).toFixed(0)} %`)
}

await measure()
