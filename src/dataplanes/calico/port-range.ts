import type { PortRange } from '../../engine/rule.ts'
import type { Located } from '../../golang/json/value.ts'
import { err, ok, type Result } from '../../net/result.ts'

const MAX = 65535

/**
 * `natPortRange`: a number, or text `n` or `n:m`. The error is the decoder's own.
 * Source: calico v3.32.1, api/pkg/lib/numorstring/port.go.
 */
export function parsePortRange({ value }: Located): Result<PortRange, string> {
  if (value.kind === 'number') {
    const port = Number(value.text)
    const cannot = `json: cannot unmarshal number ${value.text} into Go value of type uint16`
    return port >= 0 && port <= MAX ? single(port) : err(cannot)
  }
  const text = value.kind === 'string' ? value.value : ''
  if (/^\d+$/.test(text)) {
    return Number(text) <= MAX ? single(Number(text)) : err(`invalid port format (${text})`)
  }
  const range = /^(\d+):(\d+)$/.exec(text)
  if (range) return ordered(Number(range[1]), Number(range[2]), text)
  const named = /^[a-zA-Z0-9_.-]{1,128}$/.test(text)
  return err(named ? `${text} has port name set` : `invalid name for named port (${text})`)
}

const OUT_OF_RANGE =
  "error with field Port = '0' (port range invalid, port number must be between 1 and 65535)"

const single = (port: number): Result<PortRange, string> =>
  port === 0 ? err(OUT_OF_RANGE) : ok({ lo: port, hi: port })

function ordered(lo: number, hi: number, text: string): Result<PortRange, string> {
  if (lo > MAX) return err(`invalid minimum port number in range (${text})`)
  if (hi > MAX) return err(`invalid maximum port number in range (${text})`)
  if (lo > hi) {
    return err(
      `minimum port number (${lo}) is greater than maximum port number (${hi}) in port range`,
    )
  }
  return lo === 0 ? err(OUT_OF_RANGE) : ok({ lo, hi })
}
