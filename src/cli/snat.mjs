#!/usr/bin/env node
// Node 20 cannot run TypeScript: the command is bundled once into build/, and again when a source
// is newer than the bundle.
import { readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const bundle = join(root, 'build', 'snat.js')

const modified = (path) => {
  try {
    return statSync(path).mtimeMs
  } catch {
    return 0
  }
}

const newestSource = () =>
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|yaml)$/.test(path) && !/\.test\.ts$/.test(path))
    .reduce((newest, path) => Math.max(newest, modified(join(root, 'src', path))), 0)

if (modified(bundle) < newestSource()) {
  const { build } = await import('vite')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [],
    build: {
      ssr: join(root, 'src', 'cli', 'main.ts'),
      outDir: join(root, 'build'),
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'snat.js', codeSplitting: false } },
    },
    ssr: { noExternal: true },
  })
}

const { main } = await import(pathToFileURL(bundle).href)
process.exitCode = await main(process.argv.slice(2))
