import { defineConfig, mergeConfig } from 'vitest/config'
import page from '../vite.config.ts'

/** The tests that judge mutants: all but those that throw hundreds of recorded or random texts at one. */
export default mergeConfig(
  page,
  defineConfig({
    root: '.',
    test: {
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
  }),
)
