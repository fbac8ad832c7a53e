import { assumptionsJa } from './assumptions.ja.ts'
import { configJa } from './config.ja.ts'
import type { Messages } from './messages.ts'
import { namesJa } from './names.ja.ts'
import { reasonsJa } from './reasons.ja.ts'
import { fillTemplate } from './template.ts'
import { faultsJa, issuesJa, linkIssuesJa } from './trouble.ja.ts'
import { uiJa } from './ui.ja.ts'
import { deedsJa, failedMatchJa, stepsJa } from './walk.ja.ts'

export const ja: Messages = {
  language: 'ja',
  ui: uiJa,
  names: namesJa,
  reasons: reasonsJa,
  failedMatch: failedMatchJa,
  steps: stepsJa,
  deeds: deedsJa,
  assumptions: assumptionsJa,
  config: configJa,
  fill: fillTemplate,
  issues: issuesJa,
  faults: faultsJa,
  linkIssues: linkIssuesJa,
}
