import type { DataplaneWords } from '../words.ts'
import type { ManualOrigin } from './type-on-node.ts'

export type ManualNote =
  | 'manual-until-recreated'
  | 'manual-recreated'
  | 'manual-not-everywhere'
  | 'manual-table-replaced'
  | 'manual-other-tables'
  | 'manual-source-nowhere'
  | 'manual-destination-nowhere'

/** They stand beside the words of whichever dataplane has the node. */
export interface ManualWords extends Pick<DataplaneWords, 'origins' | 'notes'> {
  readonly origins: Readonly<Record<ManualOrigin, string>>
  readonly notes: Readonly<Record<ManualNote, string>>
}
