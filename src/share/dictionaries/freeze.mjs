// Prints the file of a new dictionary: node src/share/dictionaries/freeze.mjs NUMBER SCENARIO…
import { createHash } from 'node:crypto'
import { createServer } from 'vite'

const [number = '', ...names] = process.argv.slice(2)
const server = await createServer({ server: { middlewareMode: true }, logLevel: 'error' })
try {
  const { loadBuiltin } = await server.ssrLoadModule('/src/scenario/load-builtin.ts')
  const { canonicalJson } = await server.ssrLoadModule('/src/share/canonical-json.ts')
  if (names.length === 0 || !/^\d{3}$/.test(number))
    throw new Error('usage: freeze.mjs NNN SCENARIO…')
  const states = await Promise.all(names.map(loadBuiltin))
  const views = states.map((state) =>
    canonicalJson({ hop: 0, language: 'en', state, step: 0, tab: 'chain', theme: 'light' }),
  )
  // Deflate looks back 32 KiB: what a dictionary holds before its last 32 KiB is never found.
  const text = views.join('\n')
  if (text.length > 32_768) throw new Error(`${text.length} characters are more than can be used`)
  const quoted = JSON.stringify(text)
  console.log(`/** ${names.join(', ')} as they were when this was frozen. Never edited. */`)
  console.log(`// biome-ignore format: one string\nexport const dictionary${number} = ${quoted}`)
  console.error(`hash for the test: ${createHash('sha256').update(text).digest('hex')}`)
} finally {
  await server.close()
}
