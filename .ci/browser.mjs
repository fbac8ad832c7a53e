// Finds a Chromium for the browser tests: an installed one, else Playwright's own download, else
// the distribution's package.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root, run } from './install.mjs'

const INSTALLED = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const installed = () => INSTALLED.find((path) => path && existsSync(path))

function playwrightsOwn() {
  const require = createRequire(join(root, 'package.json'))
  const path = require('@playwright/test').chromium.executablePath()
  return existsSync(path) ? path : undefined
}

/** Path of a browser that can be started, or null where none could be had. */
export function ensureBrowser() {
  const found = installed() ?? playwrightsOwn()
  if (found) return found
  console.log('No Chromium found: trying Playwright’s own download …')
  if (run('npx', ['playwright', 'install', 'chromium']) === 0) {
    const downloaded = playwrightsOwn()
    if (downloaded) return downloaded
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Trying the distribution’s package …')
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  }
  return installed() ?? null
}
