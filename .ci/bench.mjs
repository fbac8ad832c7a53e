// npm run bench: bundles the benchmark for Node and runs it. Ratios within one run, never a test.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled, root } from './install.mjs'

ensureInstalled()
const { build } = await import('vite')
await build({
  root,
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: join(root, 'e2e', 'bench', 'bench.ts'),
    outDir: join(root, 'build'),
    emptyOutDir: false,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'bench.js' } },
  },
})
await import(pathToFileURL(join(root, 'build', 'bench.js')).href)
