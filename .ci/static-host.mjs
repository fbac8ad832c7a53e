import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/**
 * Serves a folder on a free port as static hosts do, which vite preview does not: all but fonts packed
 * with gzip, and ten minutes in the cache. Its address, and what ends it.
 */
export async function hostStatically(directory) {
  const answers = new Map()
  const server = createServer(({ url }, response) => {
    const { pathname } = new URL(url ?? '/', 'http://localhost')
    try {
      if (!answers.has(pathname)) answers.set(pathname, answerFor(directory, pathname))
      const { headers, body } = answers.get(pathname)
      response.writeHead(200, headers).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }
}

function answerFor(directory, pathname) {
  const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname
  const plain = readFileSync(join(directory, normalize(path)))
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  const headers = { 'content-type': type, 'cache-control': 'max-age=600' }
  if (type.startsWith('font/')) return { headers, body: plain }
  return { headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(plain) }
}
