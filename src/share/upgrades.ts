/** A view as some older release wrote it: JSON, and nothing more is known of it. */
export type Draft = unknown

/**
 * One step for each version of the link format: the first makes version 2 of version 1. A step is
 * never edited once it is released, and answers any draft at all without throwing; what it cannot
 * read it hands on, for the schema to judge.
 */
export const UPGRADES: readonly ((draft: Draft) => Draft)[] = [manifestsOfEveryKind]

export const CURRENT_VERSION = UPGRADES.length + 1

export const upgrade = (draft: Draft, from: number, upgrades = UPGRADES): Draft =>
  upgrades.slice(from - 1).reduce((current, step) => step(current), draft)

/** Version 1 knew one manifest, a ConfigMap, and named its member so. */
function manifestsOfEveryKind(draft: Draft): Draft {
  const renamed = (value: unknown) => renameMember(value, 'configMap', 'manifests')
  const inDocument = (value: unknown) => changeMember(value, 'draft', renamed)
  return changeMember(draft, 'state', (state) =>
    changeMember(renamed(state), 'document', inDocument),
  )
}

function changeMember(value: unknown, name: string, change: (member: unknown) => unknown): unknown {
  if (!isObject(value) || !Object.hasOwn(value, name)) return value
  return { ...value, [name]: change(value[name]) }
}

function renameMember(value: unknown, from: string, to: string): unknown {
  if (!isObject(value) || !Object.hasOwn(value, from)) return value
  const { [from]: member, ...others } = value
  return { ...others, [to]: member }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
