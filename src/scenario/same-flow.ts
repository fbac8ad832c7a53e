import type { FlowSpec } from './state.ts'

const FIELDS = [
  'name',
  'from',
  'to',
  'protocol',
  'port',
  'sourcePort',
  'sourceAddress',
  'icmpType',
] as const satisfies readonly (keyof FlowSpec)[]

/** Do both say the same? A field that is absent is one that holds nothing. */
export const sameFlow = (a: FlowSpec, b: FlowSpec): boolean =>
  FIELDS.every((field) => a[field] === b[field]) && (a.existing ?? false) === (b.existing ?? false)
