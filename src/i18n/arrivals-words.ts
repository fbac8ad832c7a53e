import type { Allowed, Check, FirewallRequest, RangeBecause } from '../scenario/arrivals/arrival.ts'

/** What is said where far firewalls have to let something in. */
export interface ArrivalsWords {
  readonly title: string
  readonly about: string
  readonly close: string
  readonly searching: string
  readonly none: string
  readonly columns: Readonly<
    Record<'flow' | 'far' | 'source' | 'ranges' | 'destination' | 'service' | 'allowed', string>
  >
  readonly because: Readonly<Record<RangeBecause, string>>
  readonly allowed: (allowed: Allowed) => string
  readonly missing: string
  readonly copyAs: (format: string) => string
  readonly copied: string
  readonly notCopied: string
  readonly requests: string
  readonly chooseFar: string
  readonly farName: (far: FirewallRequest['far']) => string
  /** In its own language: a button among those of other languages. */
  readonly copyRequest: string
  readonly requestLabel: string
  /** The whole text of a request, as one would send it. */
  readonly request: (request: FirewallRequest) => string
}

/** `TCP 443`, `ICMP`. */
export const serviceText = ({
  protocol,
  port,
}: {
  readonly protocol: string
  readonly port: number | null
}): string => [protocol.toUpperCase(), ...(port === null ? [] : [String(port)])].join(' ')

/** `10.2.1.100 (private-endpoint)`. */
export const destinationText = ({
  name,
  address,
}: {
  readonly name: string | null
  readonly address: string
}): string => (name === null ? address : `${address} (${name})`)

/** A command behind its prompt, and what it prints below it. */
export function checkText({ on, command, prints }: Check, nothing: string): string {
  const prompt = on.kind === 'workstation' ? '$ ' : `${on.name}# `
  const printed = prints.length === 0 ? [nothing] : prints
  return [`${prompt}${command}`, ...printed.map((line) => `    ${line}`)].join('\n')
}
