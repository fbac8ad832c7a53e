import { expect, test } from 'vitest'
import { readGkeVersion } from './gke-version.ts'

test.each([
  ['1.13.7-gke.8', true, true],
  ['1.14.1-gke.13', true, true],
  ['1.14.1-gke.14', false, true],
  ['1.14.2-gke.1', false, true],
  ['1.9', true, true],
  ['v1.30.2-gke.1587003', false, true],
  ['', false, true],
  [null, false, true],
  ['newest', false, false],
])('%s is of before 1.14.1-gke.14: %s', (text, old, readable) => {
  expect(readGkeVersion(text)).toMatchObject({ old, readable })
})

test('DaemonSets of an old API are served before 1.16', () => {
  expect(readGkeVersion('1.15.12-gke.20').apis).toContain('extensions/v1beta1')
  expect(readGkeVersion('1.16.0-gke.1').apis).toEqual(['apps/v1'])
})
