import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { NO_SCRIPT } from './src/i18n/no-script.ts'
import { readScenario } from './src/scenario/read-scenario.ts'

/**
 * What the built page may load: its own files, and nothing from anywhere else. It connects to nobody by
 * itself; its own host is left open for those who ask that for robots.txt from within the page, as
 * Lighthouse does.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Only in the build: the development server needs inline scripts and a socket of its own. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replace(
        '<head>',
        `<head>\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />`,
      ),
  },
}

/** The catalogue's words for a browser that runs no script. */
const wordsWithoutScript: Plugin = {
  name: 'words-without-script',
  transformIndexHtml: (html) =>
    html.replace(/<noscript>.*<\/noscript>/, () => {
      const said = Object.entries(NO_SCRIPT).map(
        ([language, words]) => `<p class="no-script" lang="${language}">${words}</p>`,
      )
      return `<noscript>${said.join('')}</noscript>`
    }),
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

/**
 * A match or a target of iptables is read and printed by one module, and the first view only prints:
 * what reads rules that were typed gets copies of its own, so that the first view's are shaken.
 */
const readersApart: Plugin = {
  name: 'readers-apart',
  apply: 'build',
  enforce: 'pre',
  async resolveId(id, importer = '') {
    if (!/\/dataplanes\/manual-rules\/|\?reader$/.test(importer)) return null
    const found = await this.resolve(id, importer.replace('?reader', ''), { skipSelf: true })
    return found?.id.includes('/src/iptables/') ? `${found.id}?reader` : found
  },
}

/**
 * React Flow moves its viewport through d3-zoom, which brings along everything that could animate
 * the move. Our map never asks for a duration, so none of it can run: only what is called without
 * one is kept. It saves 10 kB.
 */
const STILL: Readonly<Record<string, string>> = {
  'd3-transition': `
    import { selection } from 'd3-selection'
    selection.prototype.interrupt = function () { return this }
    export const interrupt = () => {}
  `,
  'd3-interpolate': `
    export const interpolate = (from, to) => () => to
    export const interpolateZoom = interpolate
  `,
}

const stillViewport: Plugin = {
  name: 'still-viewport',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id in STILL ? `\0still:${id}` : null),
  load: (id) => (id.startsWith('\0still:') ? (STILL[id.slice('\0still:'.length)] ?? null) : null),
}

/**
 * React's component wrappers do nothing until they are drawn: the bundler may leave out what nobody
 * draws. Without this all of React Flow's minimap, controls and toolbars would ship.
 */
const TREESHAKE = {
  manualPureFunctions: ['memo', 'forwardRef', 'createContext', 'jsx', 'jsxs'],
  propertyReadSideEffects: false,
} as const

/**
 * Each is one file with all that it imports statically, unless one before it has that: in the twenty
 * pieces that later chunks share with it, what the page begins with would cost 8 kB more of gzip.
 */
const inOneFile = (...groups: readonly { readonly name: string; readonly test: RegExp }[]) => ({
  treeshake: TREESHAKE,
  output: { codeSplitting: { groups: [...groups] } },
})

const WORKER = { name: 'engine.worker', test: /\/src\/worker\/engine\.worker\.ts$/ }

const PAGE = [
  // Files of their own, and so tasks of their own: while all is evaluated in one nothing can be pressed.
  { name: 'react', test: /\/node_modules\/(react|react-dom|scheduler)\// },
  {
    name: 'react-flow',
    test: /(\/node_modules\/(@xyflow|d3-[a-z]+|zustand|use-sync-external-store)\/|\0still:).*(?<!\.css)$/,
  },
  { name: 'first-view', test: /\/src\/main\.tsx$/ },
  // What comes beside the first view, and the few lines that fetch everything else.
  {
    name: 'around-the-map',
    test: /\/src\/(ui\/(app\/(around-the-map|begin-late)|.*\/fetch-[a-z-]*)|i18n\/(.*\/)?(load-|late-words).*)\.tsx?$/,
  },
  // What the sentences of every language are made with.
  { name: 'sentences', test: /\/src\/i18n\/(param|place-name|template|figures|fate)\.ts$/ },
]

export default defineConfig({
  base: './',
  plugins: [react(), stillViewport, scenarioFiles, wordsWithoutScript, contentSecurityPolicy],
  worker: {
    format: 'es',
    plugins: () => [readersApart],
    rolldownOptions: inOneFile(WORKER),
  },
  build: {
    target: 'es2023',
    // A font as a data address would need a wider policy.
    assetsInlineLimit: 0,
    // What a chunk imports is asked for when it has come: to put a link for each of them into the page
    // beforehand kept the thread longer than it saved, and the list of them is 10 kB.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    rolldownOptions: inOneFile(...PAGE),
  },
  test: { environment: 'node', include: ['src/**/*.test.ts', 'src/**/*.test.tsx'] },
})
