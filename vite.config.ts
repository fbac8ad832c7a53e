import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { readScenario } from './src/scenario/read-scenario.ts'

/** What the built page may load: its own files, and nothing from anywhere else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Only in the build: the development server needs inline scripts and a socket of its own. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
  },
}

/** A scenario file becomes the state that it describes: the page needs no reader of YAML streams. */
const scenarioFiles: Plugin = {
  name: 'scenario-files',
  transform(text, id) {
    if (!id.endsWith('.yaml')) return null
    const read = readScenario(text)
    if (!read.ok) throw new Error(`${id}: ${JSON.stringify(read.error)}`)
    return { code: `export const state = ${JSON.stringify(read.value)}`, map: null }
  },
}

export default defineConfig({
  base: './',
  plugins: [react(), scenarioFiles, contentSecurityPolicy],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    // A font as a data address would need a wider policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: { environment: 'node', include: ['src/**/*.test.ts', 'src/**/*.test.tsx'] },
})
