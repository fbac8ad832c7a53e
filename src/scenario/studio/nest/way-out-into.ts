import type { ScenarioDocument } from '../../document.ts'
import { withChanged } from '../document/lists.ts'
import { spanOf } from '../ranges/span.ts'

/** Another VPC for what leads out of one: names of the old one's ranges mean nothing there. */

export const cloudNatInto = (
  document: ScenarioDocument,
  name: string,
  home: string,
): ScenarioDocument =>
  withChanged(document, 'cloud-nat', name, (each) => ({
    ...each,
    vpc: home,
    covers: each.covers.every(isRange) ? each.covers : ['all-subnets'],
  }))

export const attachmentInto = (
  document: ScenarioDocument,
  name: string,
  home: string,
): ScenarioDocument =>
  withChanged(document, 'attachment', name, ({ advertises, ...each }) => ({
    ...each,
    vpc: home,
    ...(advertises?.every(isRange) ? { advertises } : {}),
  }))

const isRange = (text: string): boolean => spanOf(text) !== null
