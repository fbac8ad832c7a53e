import { err, ok, type Result } from '../../../net/result.ts'
import type { ScenarioDocument } from '../../document.ts'
import type { Issue } from '../../issue.ts'
import { METADATA } from '../document/lists.ts'
import { alreadyThere } from '../refused.ts'
import type { Added } from './added.ts'

/** The same link-local address in every cloud that has one. */
const ADDRESS = '169.254.169.254'

/** There is one for all VPCs. */
export const addMetadata = (document: ScenarioDocument): Result<Added, Issue> =>
  document.metadataServer === undefined
    ? ok({ document: { ...document, metadataServer: ADDRESS }, thing: METADATA })
    : err(alreadyThere('metadata'))
