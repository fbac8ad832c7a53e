import { assumptionsEn } from './assumptions.en.ts'
import { configEn } from './config.en.ts'
import type { Messages } from './messages.ts'
import { namesEn } from './names.en.ts'
import { reasonsEn } from './reasons.en.ts'
import { fillTemplate } from './template.ts'
import { faultsEn, issuesEn, linkIssuesEn } from './trouble.en.ts'
import { uiEn } from './ui.en.ts'
import { deedsEn, failedMatchEn, stepsEn } from './walk.en.ts'

export const en: Messages = {
  language: 'en',
  ui: uiEn,
  names: namesEn,
  reasons: reasonsEn,
  failedMatch: failedMatchEn,
  steps: stepsEn,
  deeds: deedsEn,
  assumptions: assumptionsEn,
  config: configEn,
  fill: fillTemplate,
  issues: issuesEn,
  faults: faultsEn,
  linkIssues: linkIssuesEn,
}
