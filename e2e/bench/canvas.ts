import { cpus, loadavg } from 'node:os'
import { type Browser, chromium, type Page } from '@playwright/test'
import { build, preview } from 'vite'
import { readScenario } from '../../src/scenario/read-scenario.ts'
import { encodeLink } from '../../src/share/link.ts'
import { Playground } from '../playground.ts'
import config from '../playwright.config.ts'
import { bigWorld } from './big-world.ts'
import { plainRound, servePlain } from './plain-react-flow.ts'
import { spreadLine } from './spread-line.ts'
import { watchTheMap } from './watch-the-map.ts'

const ROUNDS = 5
const FRAME = 1000 / 60
const PORT = 4182

/** Nodes, and Pods on each. */
type WorldSize = readonly [nodes: number, pods: number]
const SMALL: WorldSize = [1, 1]
const BIG: WorldSize = [50, 10]

/** Milliseconds to the frame that shows it; `lost`: the share of frames that did not come while the map was moved. */
interface Round {
  readonly drawn: number
  readonly lost: number
  readonly moved: Answered
  readonly added: Answered
  readonly traced: Answered
}

/** How long after the key or click its effect is seen, and how long the page then stood still at most. */
interface Answered {
  readonly after: number
  readonly still: number
}

/** The three worlds in turn, round after round, so that a busy moment hits all alike. */
async function measure(): Promise<void> {
  await build({ logLevel: 'warn' })
  const servers = [
    await preview({ preview: { port: PORT, strictPort: true, host: '127.0.0.1' } }),
    await servePlain(),
  ]
  const browser = await chromium.launch(config.use?.launchOptions)
  try {
    const rounds: { small: Round; big: Round; plain: Pick<Round, 'drawn' | 'lost'> }[] = []
    for (let round = -1; round < ROUNDS; round += 1) {
      const small = await roundOf(browser, SMALL)
      const big = await roundOf(browser, BIG)
      const plain = await plainRound(browser, BIG[0] * (BIG[1] + 1))
      // What is cached during the first round says nothing about the others.
      if (round >= 0) rounds.push({ small, big, plain })
    }
    console.log(
      `${BIG[0]} nodes with ${BIG[1]} Pods each, median of ${ROUNDS} rounds [lowest – highest]`,
    )
    const against = (what: 'moved' | 'added' | 'traced') =>
      rounds.map(({ big, small }) => big[what].after / small[what].after)
    spreadLine(
      'first picture, to one node with one Pod',
      rounds.map(({ big, small }) => big.drawn / small.drawn),
      '×',
    )
    spreadLine(
      'first picture, to plain React Flow of as many nodes',
      rounds.map(({ big, plain }) => big.drawn / plain.drawn),
      '×',
    )
    spreadLine('a Pod is moved, to the small world', against('moved'), '×')
    spreadLine('a Pod is added, to the small world', against('added'), '×')
    spreadLine('another trace, to the small world', against('traced'), '×')
    for (const what of ['moved', 'added', 'traced'] as const) {
      spreadLine(
        `${what}: seen after so many frames of 16.7 ms`,
        rounds.map(({ big }) => big[what].after / FRAME),
        '',
      )
      spreadLine(
        `${what}: longest wait for a frame, in frames`,
        rounds.map(({ big }) => big[what].still / FRAME),
        '',
      )
    }
    for (const who of ['small', 'big', 'plain'] as const) {
      spreadLine(
        `frames lost while panning, ${who}`,
        rounds.map((each) => 100 * each[who].lost),
        '%',
      )
    }
    console.log(`the machine’s load: ${loadavg()[0]?.toFixed(1)} on ${cpus().length} processors`)
  } finally {
    await browser.close()
    for (const server of servers) await server.close()
  }
}

function linkTo([nodes, pods]: WorldSize): string {
  const read = readScenario(bigWorld(nodes, pods))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return encodeLink({ state: read.value })
}

async function roundOf(browser: Browser, size: WorldSize): Promise<Round> {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  })
  await page.addInitScript(watchTheMap)
  await page.goto(`http://127.0.0.1:${PORT}/${linkTo(size)}`)
  const drawn = await page.evaluate(() => globalThis.firstPicture)
  const playground = new Playground(page)
  await playground.settled()
  const lost = await page.evaluate(() => globalThis.framesLostWhilePanning())
  const traced = await timed(page, ['.below', null], () => playground.switch('defaultSnat').click())
  await page.getByRole('switch', { name: 'Edit' }).click()
  const pod = '.react-flow__node[data-id="pod:pod-1-1"]'
  await page.locator('.studio').waitFor()
  await page.locator(pod).click()
  const moved = await timed(page, [pod, 'style'], () => page.keyboard.press('Alt+ArrowDown'))
  const added = await timed(page, ['.react-flow__nodes', null], () =>
    page.keyboard.press('Control+d'),
  )
  await page.close()
  return { drawn, lost, moved, added, traced }
}

async function timed(
  page: Page,
  [selector, attribute]: readonly [string, string | null],
  act: () => Promise<void>,
): Promise<Answered> {
  await page.waitForTimeout(400)
  await page.evaluate(
    ([what, of]) => globalThis.watchFor(what ?? '', of ?? null),
    [selector, attribute],
  )
  await act()
  return page.evaluate(async () => ({
    after: await globalThis.nextChange,
    still: await globalThis.longestWait,
  }))
}

await measure()
