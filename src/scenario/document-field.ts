import * as v from 'valibot'

/** What a field of a `Scenario` document may hold, whatever it means. */

export const name = v.pipe(v.string(), v.regex(/^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$/i))
export const text = v.pipe(v.string(), v.maxLength(200))
export const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65535))

/** By name, or any other by its IANA number. */
export const protocol = v.union([
  v.picklist(['tcp', 'udp', 'icmp', 'sctp']),
  v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255)),
])

/** Real manifests, or what was typed on a node. */
export const longText = v.pipe(v.string(), v.maxLength(65536))

export const list = <T extends v.GenericSchema>(item: T, most = 200) =>
  v.pipe(v.array(item), v.maxLength(most))

/** Labels of Kubernetes objects. */
export const labels = v.record(v.string(), v.string())
