import type { Change, DocumentEdit } from '../change.ts'
import type { Remedy } from '../remedy.ts'

type About = Pick<Change, 'code' | 'at' | 'params'> & Partial<Pick<Change, 'notes'>>
type Path = DocumentEdit['path']

/** An item into the list at `path`; where that is absent it begins as `absent`. */
export const adds = (
  about: About,
  path: Path,
  value: unknown,
  absent?: DocumentEdit['absent'],
): Remedy => changed(about, { to: 'document', do: 'add', path, value, ...(absent && { absent }) })

/** An item out of the list at `path`. */
export const drops = (about: About, path: Path, value: unknown): Remedy =>
  changed(about, { to: 'document', do: 'drop', path, value })

export const sets = (about: About, path: Path, value: unknown): Remedy =>
  changed(about, { to: 'document', do: 'set', path, value })

const changed = ({ notes = [], ...about }: About, edit: DocumentEdit): Remedy => [
  { ...about, edit, notes },
]
