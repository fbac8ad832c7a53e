import type { WayReason } from './fabric/way-reason.ts'

/**
 * Why something happened: a code with its parameters. The sentences live in `i18n/`. The first seven
 * `kept-*` codes answer one to one to the reasons for which Google's Connectivity Tests say that
 * masquerading was not applied; the rest are finer.
 */
export type Reason =
  // the source was kept
  | {
      readonly code: 'kept-configured-range'
      readonly dst: string
      readonly cidr: string
      readonly chain: string
      readonly line: number
    }
  | {
      readonly code: 'kept-default-range'
      readonly dst: string
      readonly cidr: string
      readonly chain: string
      readonly line: number
    }
  | { readonly code: 'kept-same-node'; readonly dst: string; readonly node: string }
  | { readonly code: 'kept-default-snat-disabled'; readonly node: string }
  | { readonly code: 'kept-ipv6'; readonly node: string }
  | { readonly code: 'kept-host-network'; readonly src: string }
  | { readonly code: 'kept-return-packet'; readonly original: string }
  | {
      readonly code: 'kept-link-local'
      readonly dst: string
      readonly chain: string
      readonly line: number
    }
  | {
      readonly code: 'kept-by-rule'
      readonly chain: string
      readonly line: number
      readonly target: string
    }
  | { readonly code: 'kept-no-rule'; readonly node: string }
  | { readonly code: 'kept-no-rules-written'; readonly node: string }
  | {
      readonly code: 'kept-already-that-address'
      readonly src: string
      readonly chain: string
      readonly line: number
    }
  /** The flow began under other rules, and conntrack keeps to what they decided. */
  | { readonly code: 'kept-by-conntrack'; readonly node: string; readonly src: string }
  // the source was changed
  | {
      readonly code: 'translated-by-conntrack'
      readonly node: string
      readonly from: string
      readonly to: string
    }
  | {
      readonly code: 'masqueraded'
      readonly dst: string
      readonly chain: string
      readonly line: number
      readonly device: string
      readonly to: string
    }
  | {
      readonly code: 'translated-by-rule'
      readonly chain: string
      readonly line: number
      readonly target: string
      readonly to: string
    }
  // by a program at a device
  | {
      readonly code: 'kept-by-program'
      readonly dst: string
      readonly chain: string
      readonly line: number
      readonly device: string
    }
  | {
      readonly code: 'translated-by-program'
      readonly dst: string
      readonly chain: string
      readonly line: number
      readonly device: string
      readonly to: string
    }
  | {
      readonly code: 'dropped-by-program'
      readonly chain: string
      readonly line: number
      readonly device: string
      /** In the program's own words. */
      readonly text: string
    }
  | {
      readonly code: 'sent-to-gateway'
      readonly dst: string
      readonly chain: string
      readonly line: number
      readonly node: string
    }
  | { readonly code: 'through-tunnel'; readonly from: string; readonly to: string }
  | {
      readonly code: 'chance-decides'
      readonly chain: string
      readonly line: number
      readonly percent: number
    }
  // on its way
  | { readonly code: 'sent'; readonly from: string }
  | {
      readonly code: 'destination-rewritten'
      readonly chain: string
      readonly line: number
      readonly to: string
    }
  | {
      readonly code: 'destination-by-conntrack'
      readonly node: string
      readonly from: string
      readonly to: string
    }
  | { readonly code: 'prerouting-left-alone' }
  | {
      readonly code: 'forwarded'
      readonly device: string
      readonly via: string | null
      readonly route: string
    }
  | { readonly code: 'delivered-locally'; readonly node: string }
  | {
      readonly code: 'reply-untranslated'
      readonly node: string
      readonly from: string
      readonly to: string
    }
  | {
      readonly code: 'reply-source-restored'
      readonly node: string
      readonly from: string
      readonly to: string
    }
  // the end
  | { readonly code: 'arrived'; readonly at: string; readonly src: string }
  | { readonly code: 'answered'; readonly at: string }
  | { readonly code: 'dropped-no-route'; readonly at: string; readonly dst: string }
  | { readonly code: 'dropped-nobody-there'; readonly dst: string; readonly at: string }
  | { readonly code: 'dropped-port-closed'; readonly dst: string; readonly port: number }
  | { readonly code: 'dropped-reply-unknown'; readonly node: string; readonly dst: string }
  | { readonly code: 'dropped-no-source-address'; readonly device: string }
  | { readonly code: 'dropped-no-free-port'; readonly node: string; readonly src: string }
  /** Its own address comes back to a Pod as the source, and its kernel takes no such packet. */
  | { readonly code: 'dropped-own-address'; readonly pod: string; readonly src: string }
  | {
      readonly code: 'refused-no-endpoints'
      readonly service: string
      readonly dst: string
      readonly port: number
    }
  | {
      readonly code: 'dropped-network-policy-ingress'
      readonly pod: string
      readonly src: string
      readonly policies: readonly string[]
    }
  | {
      readonly code: 'dropped-network-policy-egress'
      readonly pod: string
      readonly dst: string
      readonly policies: readonly string[]
    }
  | { readonly code: 'dropped-no-local-endpoints'; readonly service: string; readonly node: string }
  | WayReason

export type ReasonCode = Reason['code']
export type ReasonOf<C extends ReasonCode> = Extract<Reason, { code: C }>
