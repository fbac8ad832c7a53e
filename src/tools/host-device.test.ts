import { expect, test } from 'vitest'
import { hostDevice } from './host-device.ts'
import { sha1 } from './sha1.ts'

test('the device of pod1 in a Calico lab is the one that its tcpdump listened on', () => {
  expect(hostDevice('cali', 'default', 'pod1')).toBe('calice0906292e2')
})

test.each([
  ['', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
  ['abc', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '84983e441c3bd26ebaae4aa1f95129e5e54670f1',
  ],
])('the digest of %j is the one of the standard', (text, digest) => {
  const bytes = [...text].map((letter) => letter.charCodeAt(0))
  expect(
    sha1(bytes)
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join(''),
  ).toBe(digest)
})
