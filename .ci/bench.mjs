// npm run bench [NAME]: bundles a benchmark of e2e/bench for Node and runs it. Ratios within one run,
// never a test.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled, root } from './install.mjs'

ensureInstalled()
const name = process.argv[2] ?? 'bench'
const { build } = await import('vite')
await build({
  root,
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: join(root, 'e2e', 'bench', `${name}.ts`),
    outDir: join(root, 'build'),
    emptyOutDir: false,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: `${name}.js` } },
  },
})
await import(pathToFileURL(join(root, 'build', `${name}.js`)).href)
