import { expect, test } from 'vitest'
import {
  isAllNodes,
  isInterfaceLocal6,
  isLimitedBroadcast,
  isLinkLocal6,
  isLoopback,
  isMapped,
  isMulticast,
  isUnspecified,
} from './address-class.ts'
import { address } from './fixtures/sketch.ts'

test.each([
  [
    isMulticast,
    ['224.0.0.0', '239.255.255.255', 'ff00::', 'ff0e::1'],
    ['223.255.255.255', '240.0.0.0', 'fe00::1'],
  ],
  [
    isLoopback,
    ['127.0.0.0', '127.255.255.255', '::1'],
    ['126.0.0.1', '128.0.0.1', '::', '::2', '1::1', '0:0:1::1'],
  ],
  [isUnspecified, ['0.0.0.0', '::'], ['0.0.0.1', '::1', '1::']],
  [isLimitedBroadcast, ['255.255.255.255'], ['255.255.255.254', 'ffff:ffff::']],
  [
    isInterfaceLocal6,
    ['ff00::1', 'ff01::1', 'ff11::1', 'fff1::'],
    ['ff02::1', 'ff0e::1', 'fe01::1', '255.1.0.0'],
  ],
  [isLinkLocal6, ['fe80::', 'febf:ffff::'], ['fe7f::', 'fec0::', '254.128.0.0']],
  [
    isMapped,
    ['::ffff:102:304'],
    ['::fffe:102:304', '1::ffff:102:304', '0:0:1:0:0:ffff:102:304', '0.0.0.0'],
  ],
  [
    isAllNodes,
    ['224.0.0.1', 'ff02::1', 'ff02::2', 'ff05::2'],
    [
      '224.0.0.2',
      'ff02::',
      'ff02::3',
      'ff05::1',
      'ff05::3',
      'ff0e::2',
      'ff02:0:1::1',
      'ff02:0:0:1::1',
      'ff02::1:0:1',
      'ff02:1::1',
    ],
  ],
])('%o tells which addresses are meant', (isOne, those, others) => {
  expect(those.filter((text) => !isOne(address(text)))).toEqual([])
  expect(others.filter((text) => isOne(address(text)))).toEqual([])
})
