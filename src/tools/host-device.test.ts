import { expect, test } from 'vitest'
import { hostDevice } from './host-device.ts'

test('the device of pod1 in a Calico lab is the one that its tcpdump listened on', () => {
  expect(hostDevice('cali', 'default', 'pod1')).toBe('calice0906292e2')
})
