import { cpus, loadavg } from 'node:os'
import { type Browser, chromium, type Page } from '@playwright/test'
import { build, preview } from 'vite'
import { allFlowsEn } from '../../src/i18n/all-flows/all-flows.en.ts'
import { en } from '../../src/i18n/en.ts'
import { readScenario } from '../../src/scenario/read-scenario.ts'
import { encodeLink } from '../../src/share/link.ts'
import config from '../playwright.config.ts'
import { bigWorld } from './big-world.ts'
import { plainAddress, servePlain } from './plain-react-flow.ts'
import { spreadLine } from './spread-line.ts'

/** 20 packets on their way over 200 nodes at once: does the page keep up with the display? */
const NODES = 200
const PACKETS = 20
const ROUNDS = 3
const PORT = 4184
/** Meanwhile frames are counted; all packets are still on their way after it. */
const WATCHED = 3000
const FRAME = 1000 / 60

/** Frames a second, the longest time without one in frames of 60 a second, and how much was drawn. */
interface Round {
  readonly rate: number
  readonly longest: number
  readonly drawn: number
}

/** Ours, the same at rest, and React Flow as it comes, in turn: a busy moment hits all alike. */
async function measure(): Promise<void> {
  await build({ logLevel: 'error' })
  const servers = [
    await preview({ preview: { port: PORT, strictPort: true, host: '127.0.0.1' } }),
    await servePlain(),
  ]
  const browser = await chromium.launch(config.use?.launchOptions)
  try {
    const rounds: { resting: Round; ours: Round; plain: Round }[] = []
    for (let round = -1; round < ROUNDS; round += 1) {
      const { resting, ours } = await oursIn(browser)
      const plain = await plainIn(browser)
      // What is cached during the first round says nothing about the others.
      if (round >= 0) rounds.push({ resting, ours, plain })
    }
    console.log(
      `${PACKETS} packets over ${NODES} nodes with a Pod each, median of ${ROUNDS} rounds [lowest – highest]`,
    )
    spreadLine(
      'frames, to plain React Flow of the same',
      rounds.map(({ ours, plain }) => ours.rate / plain.rate),
      '×',
    )
    spreadLine(
      'frames, to the same map at rest',
      rounds.map(({ ours, resting }) => ours.rate / resting.rate),
      '×',
    )
    for (const who of ['ours', 'plain'] as const) {
      spreadLine(
        `frames a second, ${who}`,
        rounds.map((each) => each[who].rate),
        '',
      )
      spreadLine(
        `longest wait for one, ${who}`,
        rounds.map((each) => each[who].longest),
        'frames',
      )
      spreadLine(
        `nodes drawn, those on cards included, ${who}`,
        rounds.map((each) => each[who].drawn),
        '',
      )
    }
    console.log(`the machine’s load: ${loadavg()[0]?.toFixed(1)} on ${cpus().length} processors`)
  } finally {
    await browser.close()
    for (const server of servers) await server.close()
  }
}

async function oursIn(browser: Browser) {
  const read = readScenario(bigWorld(NODES, 1, PACKETS))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const page = await pageOf(browser)
  await page.goto(`http://127.0.0.1:${PORT}/${encodeLink({ state: read.value })}`)
  await page.locator('html[data-loaded="true"]').waitFor({ state: 'attached', timeout: 90_000 })
  const all = page.getByRole('switch', { name: allFlowsEn.all, exact: true })
  await all.click()
  await page
    .locator('.flow-chip')
    .nth(PACKETS - 1)
    .waitFor({ state: 'attached' })
  await page.getByRole('button', { name: en.ui.canvas.fit }).click()
  await page.getByRole('button', { name: allFlowsEn.again }).click()
  const ours = await watched(page)
  await page
    .locator('.flow-chip[data-arrived]')
    .nth(PACKETS - 1)
    .waitFor({ state: 'attached' })
  const resting = await watched(page)
  await page.close()
  return { ours, resting }
}

async function plainIn(browser: Browser): Promise<Round> {
  const page = await pageOf(browser)
  await page.goto(plainAddress(2 * NODES, PACKETS))
  await page
    .locator('.marker')
    .nth(PACKETS - 1)
    .waitFor({ state: 'attached' })
  const round = await watched(page)
  await page.close()
  return round
}

const pageOf = (browser: Browser): Promise<Page> =>
  browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'no-preference' })

const watched = (page: Page): Promise<Round> =>
  page.evaluate(
    async ([watch, frame]) => {
      const start = await new Promise(requestAnimationFrame)
      let [last, frames, longest] = [start, 0, 0]
      while (last - start < watch) {
        const now = await new Promise(requestAnimationFrame)
        frames += 1
        longest = Math.max(longest, (now - last) / frame)
        last = now
      }
      const drawn = document.querySelectorAll('.react-flow__node, .held li').length
      return { rate: (1000 * frames) / (last - start), longest, drawn }
    },
    [WATCHED, FRAME] as const,
  )

await measure()
