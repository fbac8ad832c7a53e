import { defineConfig } from 'vitest/config'
import page from '../vite.config.ts'

/**
 * The tests that judge mutants: those of the engine, of the parsers and of the commands, but for the
 * ones that throw hundreds of recorded or random texts at one.
 */
export default defineConfig({
  plugins: page.plugins ?? [],
  test: {
    environment: 'node',
    isolate: false,
    fileParallelism: false,
    include: ['src/engine/**/*.test.ts', 'src/iptables/**/*.test.ts', 'src/cli/**/*.test.ts'],
    exclude: [
      '**/robustness.test.ts',
      '**/*laws.test.ts',
      '**/measured.test.ts',
      '**/recorded.test.ts',
    ],
  },
})
