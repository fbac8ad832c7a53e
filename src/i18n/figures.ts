/** A mark as iptables prints it. */
export const hexMark = (mark: number): string => `0x${mark.toString(16)}`

/** 0 to 1 as a percentage with one decimal at most. */
export const percentOf = (probability: number): number => Math.round(probability * 1000) / 10

/** Milliseconds as seconds with one decimal at most. */
export const secondsOf = (ms: number): number => Math.round(ms / 100) / 10
