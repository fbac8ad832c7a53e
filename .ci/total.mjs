// Adds up what `npm test` and `npm run test:kernel` reported; a missing report is a failure.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

const total = { passed: 0, failed: 0 }
for (const name of ['test.json', 'kernel.json']) {
  try {
    const { passed, failed } = JSON.parse(readFileSync(join(root, 'reports', name), 'utf8'))
    total.passed += passed
    total.failed += passed + failed === 0 ? 1 : failed
  } catch {
    console.error(`reports/${name} is missing`)
    total.failed += 1
  }
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
