declare module 'longest-prefix-match' {
  export default class LPM {
    addPrefix(prefix: string, value: unknown): void
    getMatch(address: string): unknown[]
  }
}
