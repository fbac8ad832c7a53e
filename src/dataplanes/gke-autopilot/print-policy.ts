import { POLICY_KIND, POLICY_VERSION } from './policy.ts'

/** A manifest that can be applied. */
export const printPolicy = (
  name: string,
  ranges: readonly string[],
  { action = 'NoSNAT', apiVersion = POLICY_VERSION } = {},
): string =>
  [
    `apiVersion: ${apiVersion}`,
    `kind: ${POLICY_KIND}`,
    'metadata:',
    `  name: ${name}`,
    'spec:',
    `  action: ${action}`,
    ranges.length === 0 ? '  destinations: []' : '  destinations:',
    ...ranges.map((range) => `  - cidr: ${scalar(range)}`),
    '',
  ].join('\n')

/** Plain where YAML takes it for text that way. */
export const scalar = (text: string): string =>
  /^\d+(?:\.\d+){3}(?:\/\d+)?$|^[0-9a-f:]*::[0-9a-f:]*\/\d+$/.test(text)
    ? text
    : JSON.stringify(text)
