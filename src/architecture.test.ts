/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

/** Bottom to top: a folder imports itself and the folders listed before it. Nothing else. */
const LAYERS = [
  'net',
  'topology',
  'engine',
  'iptables',
  'golang',
  'dataplanes',
  'tools',
  'scenario', // up to here: pure
  'share',
  'worker',
  'i18n',
  'cli',
  'store',
  'ui',
]
const PURE = LAYERS.slice(0, LAYERS.indexOf('share'))

/** A package (or the scope of several), and the only folders that may import it. */
const PACKAGES: Record<string, readonly string[]> = {
  'ipaddr.js': ['net'],
  '@noble': ['dataplanes'],
  yaml: ['scenario'],
  valibot: ['scenario'],
  fflate: ['share'],
  zustand: ['store'],
  react: ['store', 'ui'],
  'react-dom': ['ui'],
  '@xyflow': ['ui'],
  '@dagrejs': ['ui'],
  '@codemirror': ['ui'],
  '@lezer': ['ui'],
  'node:': ['cli'],
}

const IMPORT =
  /^\s*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]*?\sfrom\s+)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/gm

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.(test|bench)\.tsx?$|\/fixtures\//.test(path))
  .map((path) => ({ path, text: readFileSync(join(import.meta.dirname, path), 'utf8') }))

const layerOf = (path: string): string => path.split('/')[0] ?? ''

const importsOf = ({ path, text }: { path: string; text: string }) =>
  [...text.matchAll(IMPORT)].map(([, type, still, dynamic]) => {
    const target = still ?? dynamic ?? ''
    return {
      typeOnly: type !== undefined,
      local: target.startsWith('.'),
      target: target.startsWith('.') ? normalize(join(dirname(path), target)) : target,
    }
  })

const homesOf = (target: string): readonly string[] | undefined => {
  const key = Object.keys(PACKAGES).find(
    (name) => target === name || target.startsWith(name.endsWith(':') ? name : `${name}/`),
  )
  return key === undefined ? undefined : PACKAGES[key]
}

test('the check sees the code it is meant to guard', () => {
  for (const layer of LAYERS) {
    const seen = files.filter(({ path }) => layerOf(path) === layer)
    expect(seen.length, `files in ${layer}`).toBeGreaterThan(0)
  }
  expect(files.flatMap(importsOf).length).toBeGreaterThan(files.length)
})

test.each(files)('$path imports downward', (file) => {
  const layer = layerOf(file.path)
  if (!LAYERS.includes(layer)) return // main.tsx sits on top
  const imports = importsOf(file)
  const upward = imports.filter(
    ({ local, target }) => local && LAYERS.indexOf(layerOf(target)) > LAYERS.indexOf(layer),
  )
  const misplaced = imports.filter(
    ({ local, target }) => !local && homesOf(target)?.includes(layer) !== true,
  )
  expect([...upward, ...misplaced]).toEqual([])
})

test.each(files.filter(({ path }) => ['ui', 'store'].includes(layerOf(path))))(
  '$path draws and never decides',
  (file) => {
    const deciding = importsOf(file).filter(
      ({ typeOnly, target }) =>
        !typeOnly &&
        ['engine', 'iptables', 'golang', 'dataplanes'].some((layer) =>
          target.startsWith(`${layer}/`),
        ),
    )
    expect(deciding).toEqual([])
  },
)

test.each(files.filter(({ path }) => PURE.includes(layerOf(path))))(
  '$path is deterministic',
  ({ text }) => {
    expect(text).not.toMatch(/Math\.random|Date\.now|new Date\(\)|performance\.now/)
  },
)
