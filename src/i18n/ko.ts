import { assumptionsKo } from './assumptions.ko.ts'
import { configKo } from './config.ko.ts'
import { dataplaneKo } from './dataplane.ko.ts'
import type { Messages } from './messages.ts'
import { namesKo } from './names.ko.ts'
import { reasonsKo } from './reasons.ko.ts'
import { faultsKo, issuesKo, linkIssuesKo } from './trouble.ko.ts'
import { uiKo } from './ui.ko.ts'
import { deedsKo, failedMatchKo, stepsKo } from './walk.ko.ts'

export const ko: Messages = {
  language: 'ko',
  ui: uiKo,
  names: namesKo,
  reasons: reasonsKo,
  failedMatch: failedMatchKo,
  steps: stepsKo,
  deeds: deedsKo,
  assumptions: assumptionsKo,
  config: configKo,
  dataplane: dataplaneKo,
  issues: issuesKo,
  faults: faultsKo,
  linkIssues: linkIssuesKo,
}
