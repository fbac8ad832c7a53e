import { assumptionsKo } from './assumptions.ko.ts'
import { configKo } from './config.ko.ts'
import { fillKorean } from './josa.ts'
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
  fill: fillKorean,
  issues: issuesKo,
  faults: faultsKo,
  linkIssues: linkIssuesKo,
}
