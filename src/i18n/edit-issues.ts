import type { Messages } from './messages.ts'

/** Why a change of the topology was not made. */
export type EditIssues = Pick<
  Messages['issues'],
  | 'nowhere-to-put'
  | 'no-free-address'
  | 'no-free-range'
  | 'locked'
  | 'cannot-connect'
  | 'not-connected'
  | 'bad-name'
  | 'name-taken'
  | 'name-fixed'
  | 'already-there'
  | 'list-full'
  | 'nothing-to-paste'
>
