import { expect, test } from 'vitest'
import type { Header } from '../../engine/trace.ts'
import { toolPrints } from './tool-prints.ts'

const header = (protocol: string, dst: string, port?: number): Header => ({
  src: '10.8.0.5',
  srcOwner: 'pod',
  dst,
  dstOwner: 'far',
  protocol,
  ...(port === undefined ? {} : { dport: { kind: 'exact', port } }),
})
const outputs = (...told: Parameters<typeof toolPrints>) =>
  toolPrints(...told).map(({ output }) => output)

test('a connection that nothing answers runs out of time in every tool', () => {
  expect(toolPrints('time-out', header('tcp', '10.2.1.100', 443))).toEqual([
    {
      command: 'curl --connect-timeout 3 https://10.2.1.100/',
      output:
        'curl: (28) Failed to connect to 10.2.1.100 port 443 after 3000 ms: Timeout was reached',
    },
    {
      command: 'nc -vz 10.2.1.100 443',
      output: 'nc: connect to 10.2.1.100 port 443 (tcp) failed: Connection timed out',
    },
    { command: 'https://10.2.1.100/', output: 'ERR_CONNECTION_TIMED_OUT' },
  ])
})

test('a connection that is answered with a reset is refused in every tool', () => {
  expect(outputs('reset', header('tcp', '2001:db8::1', 8080))).toEqual([
    "curl: (7) Failed to connect to 2001:db8::1 port 8080 after 0 ms: Couldn't connect to server",
    'nc: connect to 2001:db8::1 port 8080 (tcp) failed: Connection refused',
    'ERR_CONNECTION_REFUSED',
  ])
  const [curl] = toolPrints('reset', header('tcp', '2001:db8::1', 8080))
  expect(curl?.command).toBe('curl http://[2001:db8::1]:8080/')
})

test('names are asked for with dig, echoes with ping, and of the rest no tool tells more', () => {
  expect(outputs('time-out', header('udp', '8.8.8.8', 53))).toEqual([
    ';; communications error to 8.8.8.8#53: timed out',
  ])
  expect(outputs('reset', header('udp', '8.8.8.8', 53))).toEqual([
    ';; communications error to 8.8.8.8#53: connection refused',
  ])
  expect(outputs('time-out', header('icmp', '8.8.8.8'))).toEqual([
    '3 packets transmitted, 0 received, 100% packet loss',
  ])
  expect(outputs('reset', header('icmp', '8.8.8.8'))).toEqual([])
  expect(outputs('time-out', header('udp', '8.8.8.8', 123))).toEqual([])
  expect(outputs('time-out', header('47', '8.8.8.8'))).toEqual([])
})
