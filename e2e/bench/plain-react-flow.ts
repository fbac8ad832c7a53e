import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'
import { watchTheMap } from './watch-the-map.ts'

const PORT = 4183

/** React Flow as it comes, with nodes of its own: what our map is held against. */
export async function servePlain(): Promise<{ readonly close: () => Promise<void> }> {
  const root = join('e2e', 'bench', 'plain')
  const outDir = join(process.cwd(), 'build', 'plain')
  const shared = { root, configFile: false, logLevel: 'error' } as const
  await build({ ...shared, base: './', plugins: [react()], build: { outDir, emptyOutDir: true } })
  return preview({
    ...shared,
    build: { outDir },
    preview: { port: PORT, strictPort: true, host: '127.0.0.1' },
  })
}

/** Where so many nodes are drawn, with so many markers on their way between them. */
export const plainAddress = (nodes: number, markers = 0): string =>
  `http://127.0.0.1:${PORT}/#${nodes}/${markers}`

export async function plainRound(browser: Browser, nodes: number) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.addInitScript(watchTheMap)
  await page.goto(plainAddress(nodes))
  const drawn = await page.evaluate(() => globalThis.firstPicture)
  await page.waitForTimeout(500)
  const lost = await page.evaluate(() => globalThis.framesLostWhilePanning())
  await page.close()
  return { drawn, lost }
}
