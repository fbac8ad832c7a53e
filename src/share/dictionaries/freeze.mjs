// Prints the file of a new dictionary: node src/share/dictionaries/freeze.mjs SCENARIO NUMBER
import { createHash } from 'node:crypto'
import { createServer } from 'vite'

const [name, number = ''] = process.argv.slice(2)
const server = await createServer({ server: { middlewareMode: true }, logLevel: 'error' })
try {
  const { BUILTINS } = await server.ssrLoadModule('/src/scenario/builtins.ts')
  const { canonicalJson } = await server.ssrLoadModule('/src/share/canonical-json.ts')
  const state = BUILTINS.find(({ document }) => document.metadata.name === name)
  if (!state || !/^\d{3}$/.test(number)) throw new Error('usage: freeze.mjs SCENARIO NNN')
  const view = { hop: 0, language: 'en', state, step: 0, tab: 'chain', theme: 'light' }
  const text = canonicalJson(view)
  if (text.includes('`') || text.includes('$' + '{')) throw new Error('not possible in a template')
  console.log(`/** The scenario ${name} as it was when this was frozen. Never edited. */`)
  console.log(`export const dictionary${number} = String.raw\`${text}\``)
  console.error(`hash for the test: ${createHash('sha256').update(text).digest('hex')}`)
} finally {
  await server.close()
}
