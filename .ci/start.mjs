// npm start: installs what is needed, builds, serves the built page on a local port, says where.
import { spawn } from 'node:child_process'
import { ensureInstalled, root, run } from './install.mjs'

ensureInstalled()
const built = run('npx', ['vite', 'build', '--logLevel', 'warn'])
if (built !== 0) process.exit(built)

const { preview } = await import('vite')
const port = Number(process.env.PORT ?? 4173)
const server = await preview({ root, preview: { port, host: '127.0.0.1' } })
const address = server.resolvedUrls?.local[0] ?? `http://127.0.0.1:${port}/`
console.log(`\nThe SNAT playground is at ${address}\nStop it with Ctrl+C.`)

const opener = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open'
const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
if (hasScreen && process.stdout.isTTY && !process.env.CI) {
  spawn(opener, [address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
