/** A view as some older release wrote it: JSON, and nothing more is known of it. */
export type Draft = unknown

/**
 * One step for each version of the link format: the first makes version 2 of version 1. A step is
 * never edited once it is released, and answers any draft at all without throwing; what it cannot
 * read it hands on, for the schema to judge.
 */
export const UPGRADES: readonly ((draft: Draft) => Draft)[] = []

export const CURRENT_VERSION = UPGRADES.length + 1

export const upgrade = (draft: Draft, from: number, upgrades = UPGRADES): Draft =>
  upgrades.slice(from - 1).reduce((current, step) => step(current), draft)
