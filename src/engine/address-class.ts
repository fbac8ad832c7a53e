import type { Address } from '../net/address.ts'

/** 224.0.0.0/4 or ff00::/8. */
export const isMulticast = ({ family, words }: Address): boolean =>
  family === 4 ? (words[0] ?? 0) >>> 28 === 0xe : (words[0] ?? 0) >>> 24 === 0xff

/** 127.0.0.0/8 or ::1. */
export const isLoopback = ({ family, words }: Address): boolean =>
  family === 4 ? (words[0] ?? 0) >>> 24 === 127 : startsWithZeros(words) && words[3] === 1

/** 0.0.0.0/8, which the kernel calls zeronet, or `::`. */
export const isUnspecified = ({ family, words }: Address): boolean =>
  family === 4 ? (words[0] ?? 0) >>> 24 === 0 : startsWithZeros(words) && words[3] === 0

export const isLimitedBroadcast = ({ family, words }: Address): boolean =>
  family === 4 && words[0] === 0xffffffff

/** fe80::/10. */
export const isLinkLocal6 = ({ family, words }: Address): boolean =>
  family === 6 && (words[0] ?? 0) >>> 22 === 0x3fa

const startsWithZeros = (words: readonly number[]): boolean =>
  words[0] === 0 && words[1] === 0 && words[2] === 0
